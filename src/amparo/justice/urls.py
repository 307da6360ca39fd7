from django.urls import path

from amparo.cases.pages.views import addresses_on
from amparo.justice import presenters, views
from amparo.justice.dossier_deeds import OFFENDERS
from amparo.justice.dossiers.ground import DOSSIER

app_name = "justice"
urlpatterns = [
    path("", views.dossiers, name="dossiers"),
    path("<str:reference>/", views.dossier, name="dossier"),
    *addresses_on(DOSSIER, OFFENDERS, presenters.offenders_page),
]
