from collections.abc import Callable
from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from amparo.access.acting import acting_as
from amparo.access.refusals import written_down
from amparo.access.views import OPEN_TO_ALL, act_of
from amparo.people.models import User

View = Callable[..., HttpResponseBase]


class ActingUserMiddleware:
    """Run each view in one transaction as its user, and no view that names no act (default deny).

    Last of the list: it calls the view itself, so that an error rolls back what the view did.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: tuple[object, ...], kwargs: dict[str, object]
    ) -> HttpResponseBase | None:
        name = request.resolver_match.view_name if request.resolver_match else ""
        if name.startswith(OPEN_TO_ALL):
            return None
        act = act_of(view)
        if act is None:
            raise PermissionDenied(f"{name} names no act.")
        user = cast(User, request.user)  # the login wall let nobody else through
        with written_down(act, kwargs, by=user), acting_as(user):
            return view(request, *args, **kwargs)
