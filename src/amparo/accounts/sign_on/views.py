"""Signing in through a single sign-on, and linking one's account there with the account here."""

from typing import Any

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from allauth.account.models import Login
from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from amparo.accounts import proofs
from amparo.accounts.actions import attempts
from amparo.accounts.actions.links import link, unlink
from amparo.accounts.queries import linked
from amparo.accounts.sign_on import flow
from amparo.accounts.sign_on.configuration import by_code
from amparo.accounts.sign_on.provider import NotBelieved, Provider, provider_of
from amparo.accounts.sign_on.tokens import Known, checked
from amparo.methods import clock


def provider_or_404(code: str) -> Provider:
    issuer = by_code(code)
    if issuer is None:
        raise Http404
    return provider_of(issuer)


@login_not_required
@require_GET
def begin(request: HttpRequest, code: str) -> HttpResponse:
    """A link, not a form: the policy for forms lets none lead to another host."""
    provider, onward = provider_or_404(code), request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(onward, {request.get_host()}, request.is_secure()):
        onward = ""
    mine = str(request.user.pk) if request.user.is_authenticated else ""
    if mine and not did_recently_reauthenticate(request):
        raise ReauthenticationRequired  # to link an account is to change how one signs in
    try:
        address, cookie = flow.begin(provider, flow.back_to(request, code), next=onward,
                                     linking=mine)  # fmt: skip
    except NotBelieved:
        return refused(request)
    response = redirect(address)
    flow.take_along(response, cookie)
    return response


@login_not_required
@require_GET
def come_back(request: HttpRequest, code: str) -> HttpResponse:
    """The browser comes from another site, without its session; the journey's cookie tells."""
    provider = provider_or_404(code)
    try:
        journey = flow.journey_of(request, code)
        known = answer(request, provider, journey)
    except NotBelieved as error:
        attempts.record_failure("single sign-on", whose="", why=str(error))
        response = refused(request)
    else:
        response = (to_link if journey.linking else signed_in)(request, known, journey)
    flow.drop(response)
    return response


def answer(request: HttpRequest, provider: Provider, journey: flow.Journey) -> Known:
    if request.GET.get("iss", provider.issuer.issuer) != provider.issuer.issuer:
        raise NotBelieved("an answer of another issuer")  # RFC 9207: providers mixed up
    if "error" in request.GET or not request.GET.get("code"):
        raise NotBelieved("signing in was broken off there")
    back = flow.back_to(request, provider.issuer.code)
    token = provider.token(request.GET["code"], journey.verifier, back)
    return checked(token, provider, journey.nonce)


def signed_in(request: HttpRequest, known: Known, journey: flow.Journey) -> HttpResponse:
    user = linked(known.issuer, known.subject)
    if user is None:
        attempts.record_failure("single sign-on", whose="", why="not linked")
        return refused(request, "account/sign_on_unknown.html")
    record_authentication(request, user, proofs.SIGN_ON, two_factors=known.two_factors)
    done = perform_login(request, Login(user=user, redirect_url=journey.next or None))
    # A page of ours goes on from here: what another site leads to carries no session of ours yet.
    return render(request, "account/onward.html", {"href": done.headers["Location"]})


def to_link(request: HttpRequest, known: Known, journey: flow.Journey) -> HttpResponse:
    told = {"issuer": known.issuer, "subject": known.subject, "user": journey.linking,
            "at": clock.now().timestamp()}  # fmt: skip
    issuer = by_code(journey.code)
    return render(
        request, "account/sign_on_link.html",
        {"proof": flow.sealed("link", told), "issuer": issuer},
    )  # fmt: skip


@require_POST
def confirm(request: HttpRequest) -> HttpResponse:
    """The session is here again: link the account there with whoever set out from here."""
    told: dict[str, Any] = flow.opened("link", request.POST.get("proof", "")) or {}
    late = clock.now().timestamp() - float(told.get("at", 0)) > flow.AS_LONG_AS
    if late or told.get("user") != str(request.user.pk):
        return refused(request)
    made = link(told["issuer"], told["subject"], by=proofs.me(request))
    if made:
        messages.success(request, _("You can sign in through it from now on."))
    else:
        messages.error(request, _("That account is linked with somebody already."))
    return redirect("account_own")


@require_POST
def part(request: HttpRequest, pk: int) -> HttpResponse:
    unlink(pk, by=proofs.me(request))
    return redirect("account_own")


def refused(request: HttpRequest, template: str = "account/sign_on_refused.html") -> HttpResponse:
    return render(request, template, {"sign_in": settings.LOGIN_URL}, status=403)
