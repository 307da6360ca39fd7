from amparo.cases.pages.views import addresses
from amparo.support import presenters
from amparo.support.deeds import PAGE

app_name = "support"
urlpatterns = [*addresses(PAGE, presenters.page)]
