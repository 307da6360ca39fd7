"""My account: what I sign in with, where I am signed in, and how I leave."""

from allauth.account.internal.flows.logout import logout
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from amparo.accounts import away, limits, presenters, proofs
from amparo.accounts.actions.sessions import end_others, sign_out


@require_GET
def own(request: HttpRequest) -> HttpResponse:
    return render(request, "account/own.html", presenters.own_account(request))


@require_GET
def choose_factor(request: HttpRequest) -> HttpResponse:
    return render(request, "account/choose_factor.html", presenters.own_account(request))


@require_GET
def key_needed(request: HttpRequest) -> HttpResponse:
    parts = presenters.own_account(request)
    return render(request, "account/key_needed.html", parts, status=403)


@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    end_others(request.session.session_key, by=proofs.me(request))
    messages.success(request, _("You are signed in on this device only."))
    return redirect("account_own")


@login_not_required
@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """Sign out, or stop half way in. By POST alone, so that no link of another page does it."""
    if not request.user.is_authenticated:
        logout(request)
        return redirect(settings.LOGIN_URL)
    if request.method == "GET":
        return render(request, "account/logout.html")
    sign_out(request.session.session_key, by=proofs.me(request))
    logout(request, show_message=False)
    return redirect("account_signed_out")


@login_not_required
@require_GET
def signed_out(request: HttpRequest) -> HttpResponse:
    return render(request, "account/signed_out.html")


@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    proofs.lock(request)
    return redirect("home")


@require_GET
def still_here(request: HttpRequest) -> HttpResponse:
    """A page's script asks this while somebody types, so that typing counts as being here."""
    return HttpResponse(status=204)


@require_http_methods(["GET", "POST"])
def kept(request: HttpRequest) -> HttpResponse:
    """The form that came too late: to be sent now, from here, or to be thrown away (POST)."""
    form = away.kept_for(request)
    if form is None:
        return redirect("home")
    if request.method == "POST":
        away.throw_away(request)
        messages.info(request, _("What you had typed is thrown away."))
        return redirect("home")
    return render(request, "account/kept.html", {"form_kept": form, "idle": limits.IDLE})
