from amparo.cases.pages.views import addresses
from amparo.stay import presenters
from amparo.stay.deeds import PAGE

app_name = "stay"
urlpatterns = addresses(PAGE, presenters.page)
