"""What stands between a session and the pages: it must be alive, unlocked and of two factors."""

from collections.abc import Callable

from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from amparo.accounts import away, devices, limits, proofs
from amparo.accounts.actions.sessions import see
from amparo.accounts.sessions import DEVICE
from amparo.methods import clock

# What someone without a second factor yet needs to reach, to set one up or to leave.
SETTING_UP = ("mfa_", "account_login", "account_logout", "account_signed_out",
              "account_reauthenticate", "account_choose_factor", "set_language")  # fmt: skip
# What a locked screen still answers.
WHILE_LOCKED = ("account_logout", "account_signed_out", "account_reauthenticate",
                "mfa_reauthenticate", "account_lock", "set_language")  # fmt: skip
FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]

Answer = Callable[[HttpRequest], HttpResponse]
View = Callable[..., HttpResponse]


def view_name(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""


class SessionLimitsMiddleware:
    """Ends the session of whoever was away, keeps what they had typed, and counts them as here."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated and DEVICE not in request.session:
            request.session[DEVICE] = devices.words(request.headers.get("User-Agent", ""))
        return response

    def process_view(
        self, request: HttpRequest, view: View, args: object, kwargs: object
    ) -> HttpResponse | None:
        """After the check of the form's token, before the wall of the sign-in."""
        if not request.user.is_authenticated:
            return away.too_late(request, view)
        row = request.session.row  # type: ignore[attr-defined]  # of our own session engine
        now = clock.now()
        if row is None:
            return None
        if limits.was_away(row.seen_at, now, view):
            return away.sent_out(request)
        request.idle_limit = limits.idle_limit(view)  # type: ignore[attr-defined]  # for the page
        if now - row.seen_at > limits.STEP:
            see(row, now)
        return None


class LockMiddleware:
    """A locked screen opens nothing until its person has shown a factor again."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: object, kwargs: object
    ) -> HttpResponse | None:
        if not proofs.is_locked(request) or view_name(request).startswith(WHILE_LOCKED):
            return None
        path = request.get_full_path() if request.method == "GET" else reverse("home")
        return redirect(f"{confirming(request)}?{urlencode({'next': path})}")


def confirming(request: HttpRequest) -> str:
    """Where this person shows a factor again: with a passkey if there is one."""
    ways = get_adapter(request).get_reauthentication_methods(request.user)
    return str(ways[0]["url"]) if ways else reverse("account_logout")


class SecondFactorMiddleware:
    """Nobody works with one factor alone. allauth has no such switch; the demonstration does."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: object, kwargs: object
    ) -> HttpResponse | None:
        if settings.DEMO or not request.user.is_authenticated:
            return None
        if view_name(request).startswith(SETTING_UP) or has_second_factor(request):
            return self._near_identity(request, view)
        return redirect("account_choose_factor")

    def _near_identity(self, request: HttpRequest, view: View) -> HttpResponse | None:
        """Pages that say who somebody is ask for a key that no false page can use up."""
        if not limits.is_near_identity(view) or proofs.may_come_near(request):
            return None
        path = request.get_full_path() if request.method == "GET" else reverse("home")
        return redirect(f"{reverse('account_key_needed')}?{urlencode({'next': path})}")


def has_second_factor(request: HttpRequest) -> bool:
    return is_mfa_enabled(request.user, FACTORS) or proofs.by_sign_on_with_two(request)
