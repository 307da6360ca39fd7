"""The page on proceedings, under the file's own address."""

from amparo.cases.pages.views import addresses
from amparo.justice.deeds import PAGE
from amparo.justice.presenters import page

app_name = "justice_file"
urlpatterns = addresses(PAGE, page)
