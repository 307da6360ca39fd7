"""Somebody was away too long: the session ends, and what they had typed waits for them."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme

KEPT = "kept"
LARGEST = 200_000  # characters that are kept of one form
OURS = ("csrfmiddlewaretoken",)

View = Callable[..., Any]


def sent_out(request: HttpRequest) -> HttpResponse:
    """End the session of whoever is signed in; a form that came too late is kept for them."""
    user, kept = str(request.user.pk), form_of(request)
    logout(request)
    return _page(request, kept and {**kept, "user": user})


def too_late(request: HttpRequest, view: View) -> HttpResponse | None:
    """A form for a page behind the sign-in, from a session whose eight hours are over."""
    user = request.session.ended_for  # type: ignore[attr-defined]  # of our own session engine
    if user is None or not getattr(view, "login_required", True):
        return None
    kept = form_of(request)
    return _page(request, kept and {**kept, "user": str(user)})


def form_of(request: HttpRequest) -> dict[str, Any] | None:
    """What was typed, without files. The token was checked before: it is this browser's own."""
    if request.method != "POST" or resolve(request.path).view_name.startswith(("account", "mfa")):
        return None
    fields = [(n, v) for n, values in request.POST.lists() for v in values if n not in OURS]
    if sum(len(str(value)) for _name, value in fields) > LARGEST:
        return None
    return {"path": request.get_full_path(), "fields": fields, "files": bool(request.FILES)}


def _page(request: HttpRequest, kept: dict[str, Any] | None) -> HttpResponse:
    """401 says to scripts what the page says to people."""
    if kept:
        request.session[KEPT] = kept
    back = reverse("account_kept") if kept else request.get_full_path()
    if request.method != "GET" and not kept:
        back = reverse("home")
    sign_in = f"{reverse(settings.LOGIN_URL)}?{urlencode({'next': back})}"
    parts = {"sign_in": sign_in, "kept": kept, "sent": request.method == "POST"}
    page = render(request, "account/away.html", parts, status=401)
    # The cookie of the next session may come with it, so the outer layer does not see an end.
    page.headers["Clear-Site-Data"] = '"cache", "storage"'
    return page


def kept_for(request: HttpRequest) -> dict[str, Any] | None:
    """The form that waits for whoever has signed in now; another's is thrown away."""
    kept: dict[str, Any] | None = request.session.get(KEPT)
    if kept is None:
        return None
    if kept["user"] == str(request.user.pk) and url_has_allowed_host_and_scheme(
        kept["path"], allowed_hosts=None
    ):
        return kept
    throw_away(request)
    return None


def throw_away(request: HttpRequest) -> None:
    request.session.pop(KEPT, None)
