from amparo.cases.pages.views import addresses
from amparo.exchange import presenters
from amparo.exchange.deeds import PAGE

app_name = "exchange"
# Nothing is written on this page: it has no forms.
urlpatterns = addresses(PAGE, presenters.page)[:2]
