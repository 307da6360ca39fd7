from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from amparo.access.acting import acting_as
from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, perform, requires
from amparo.cases.calendars.actions import Kind, end_calendar, make_calendar
from amparo.cases.calendars.feed import calendar_of
from amparo.cases.calendars.queries import key_of, reader_of
from amparo.cases.clocks.queries import mine
from amparo.design.forms import AmparoForm
from amparo.people.models import User

MOST = 500


@requires(Act.SEE_CASES)
def calendar(request: SignedInRequest) -> HttpResponse:
    return secret_address(request, Kind.FILES, "cases/calendar.html")


def secret_address(request: SignedInRequest, kind: Kind, template: str) -> HttpResponse:
    """Make the address of my calendar, see it once, or end it. The feed stands below this page."""
    form, made = AmparoForm(request.POST if request.method == "POST" else None), []
    by = request.user
    if request.method == "POST":
        if "end" in request.POST:
            perform(form, lambda data: end_calendar(by=by, kind=kind), by=by)
            return redirect(request.path)
        perform(form, lambda data: made.append(make_calendar(by=by, kind=kind)), by=by)
    address = request.build_absolute_uri(f"{request.path}{made[0]}/") if made else ""
    context = {"form": AmparoForm(), "key": key_of(by, kind), "address": address}
    return render(request, template, context)


@login_not_required
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar itself, read by a program that cannot sign in: the address is the secret."""
    return read_by_secret(secret, Kind.FILES, _written)


def read_by_secret(secret: str, kind: Kind, write: Callable[[User], bytes]) -> HttpResponse:
    user = reader_of(secret, kind)
    if user is None:
        raise Http404
    with acting_as(user):
        response = HttpResponse(write(user), content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "no-store"
    return response


def _written(user: User) -> bytes:
    return calendar_of(mine(user).ticking().soonest_first()[:MOST], _("Amparo: what is due"))
