from django.urls import path

from amparo.cases.pages.views import addresses_on
from amparo.justice import dossier_presenters as shown
from amparo.justice import views
from amparo.justice.dossier_deeds import ASSETS, OFFENDERS, PROCEEDINGS
from amparo.justice.dossiers.ground import DOSSIER

app_name = "justice"
urlpatterns = [
    path("", views.dossiers, name="dossiers"),
    path("non-punishment/", views.allegations, name="allegations"),
    path("<str:reference>/", views.dossier, name="dossier"),
    *addresses_on(DOSSIER, PROCEEDINGS, shown.proceedings_page),
    *addresses_on(DOSSIER, OFFENDERS, shown.offenders_page),
    *addresses_on(DOSSIER, ASSETS, shown.assets_page),
]
