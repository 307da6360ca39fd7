from django.urls import path

from amparo.access.home import home
from amparo.access.log import ask, export, log
from amparo.access.two_persons import views as two_persons

urlpatterns = [
    path("", home, name="home"),
    path("log/", log, name="log"),
    path("log/ask/", ask, name="log_ask"),
    path("log/exports/<uuid:export>/log.csv", export, name="log_export"),
    path("two-persons/", two_persons.waiting, name="proposals"),
    path("two-persons/<uuid:proposal>/", two_persons.decide, name="proposal"),
    path("two-persons/<uuid:proposal>/withdraw/", two_persons.withdraw, name="withdraw_proposal"),
]
