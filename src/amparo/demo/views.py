"""One-click sign-in as a person of the demonstration: with AMPARO_DEMO=1 only, on loopback only."""

from collections.abc import Callable
from functools import wraps
from ipaddress import ip_address
from uuid import UUID

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from amparo.demo.cast import roles
from amparo.people.queries import active_users

View = Callable[..., HttpResponse]


def demo_only(view: View) -> View:
    """Without the demonstration, or from another machine, there is no such page."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not settings.DEMO or not ip_address(request.META["REMOTE_ADDR"]).is_loopback:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@login_not_required
@demo_only
def choose(request: HttpRequest) -> HttpResponse:
    return render(request, "demo/choose.html", {"roles": roles(active_users())})


@login_not_required
@demo_only
@require_POST
def sign_in(request: HttpRequest, user: UUID) -> HttpResponse:
    chosen = get_object_or_404(active_users(), pk=user)
    login(request, chosen, backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect("home")
