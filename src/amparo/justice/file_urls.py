"""The pages on proceedings and on non-punishment, under the file's own address."""

from django.urls import path

from amparo.cases.pages.views import addresses
from amparo.justice import presenters
from amparo.justice.deeds import NON_PUNISHMENT, PAGE
from amparo.justice.letters import letter

app_name = "justice_file"
urlpatterns = [
    *addresses(PAGE, presenters.page),
    path("<str:reference>/non-punishment/letter/<uuid:row>/", letter, name="letter"),
    *addresses(NON_PUNISHMENT, presenters.non_punishment_page),
]
