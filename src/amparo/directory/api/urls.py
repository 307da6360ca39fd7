"""The addresses of the two interfaces, each whole behind one wall."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path

from amparo.access.policy import Act
from amparo.access.views import requires
from amparo.directory.api import own, public
from amparo.directory.api.interface import behind

# What reads and changes nothing asks for no token: a program without a browser has none.
FOR_ALL = behind(login_not_required, public.api, csrf=False)
FOR_US = behind(requires(Act.SEE_SERVICES), own.api, csrf=True)

urlpatterns = [
    path("hsds/", include((FOR_ALL, "hsds"))),
    path("api/", include((FOR_US, "api"))),
]
