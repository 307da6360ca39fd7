from amparo.cases.pages.views import addresses
from amparo.events import presenters
from amparo.events.deeds import PAGE

app_name = "events"
urlpatterns = addresses(PAGE, presenters.page)
