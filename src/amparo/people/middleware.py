from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

# What someone without a second factor yet needs to reach, to set one up or to leave.
SETTING_UP = ("mfa_", "account_login", "account_logout", "account_reauthenticate", "set_language")


class SecondFactorMiddleware:
    """Nobody works with one factor alone. allauth has no such switch; the demonstration does."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        if settings.DEMO or not request.user.is_authenticated:
            return None
        name = request.resolver_match.view_name if request.resolver_match else ""
        if name.startswith(SETTING_UP) or is_mfa_enabled(request.user):
            return None
        return redirect("mfa_activate_totp")
