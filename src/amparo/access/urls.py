from django.urls import path

from amparo.access.home import home
from amparo.access.log import log

urlpatterns = [
    path("", home, name="home"),
    path("log/", log, name="log"),
]
