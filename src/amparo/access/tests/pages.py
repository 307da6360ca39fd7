"""Pages beside the product's own, to see what becomes of a view by what it names."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from amparo.access.acting import acting_as
from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.audit.actions import record
from amparo.config.urls import urlpatterns as product


def names_no_act(request: HttpRequest) -> HttpResponse:
    return HttpResponse("reached")


@requires(Act.DECIDE)
def for_the_panel(request: SignedInRequest) -> HttpResponse:
    return HttpResponse("reached")


@requires(Act.SEE_HOME)
def fails_after_writing(request: SignedInRequest) -> HttpResponse:
    with acting_as(request.user):
        record("did half of it", by=request.user)
    raise ZeroDivisionError


urlpatterns = [
    path("names-no-act/", names_no_act),
    path("for-the-panel/", for_the_panel),
    path("fails/", fails_after_writing),
    *product,
]
