"""What must we send, when? As a list, as a calendar, and what was sent."""

from datetime import date
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.cases.calendars.actions import Kind
from amparo.cases.calendars.views import read_by_secret, secret_address
from amparo.commitments.due import presenters
from amparo.commitments.due.feed import calendar_of_dues
from amparo.commitments.due.forms import DueFilter
from amparo.commitments.due.rows import dues, spans_of
from amparo.commitments.following.actions.asks import note_sending, take_back_sending
from amparo.commitments.following.forms import SendingForm
from amparo.commitments.following.presenters import address_of, heading_of
from amparo.commitments.following.queries import sendings
from amparo.commitments.following.views.page import FormPage, form_page
from amparo.commitments.following.views.register import keeps
from amparo.commitments.queries import asks
from amparo.design.forms import AmparoForm
from amparo.directory.buttons import press
from amparo.people.country import today


@requires(Act.SEE_COMMITMENTS)
def due(request: SignedInRequest) -> HttpResponse:
    form = DueFilter(request.GET or None, label_suffix="")
    on = form.day()
    rows = form.narrow(dues(on, form.institution_chosen()))
    context = {
        "form": form,
        "on": on,
        "is_today": on == today(),
        "groups": presenters.groups(rows, on) if rows else [],
        "keeps": keeps(request),
    }
    return render(request, "commitments/due/list.html", context)


@requires(Act.KEEP_COMMITMENTS)
def sent(request: SignedInRequest, ask: int) -> HttpResponse:
    row = get_object_or_404(asks(), pk=ask)
    known = [(str(span.first), presenters.days(span)) for span in spans_of(row, today())]
    page = FormPage(
        _("What was sent, and when?"), heading_of(row), _("Note what was sent"),
        _("What was sent is noted."), address_of(row),
        "" if known else _("This ask has no window with days, so nothing can be noted for one."),
    )  # fmt: skip
    form = SendingForm(request.POST or None, windows=known, initial={"sent_on": today()})
    return form_page(
        request, form,
        lambda d: note_sending(
            row, by=request.user, opens=date.fromisoformat(d["opens"]), sent_on=d["sent_on"],
            what=d["what"],
        ),
        page,
    )  # fmt: skip


@requires(Act.KEEP_COMMITMENTS)
@require_POST
def unsent(request: SignedInRequest, sending: UUID) -> HttpResponse:
    """It was noted by mistake."""
    row = get_object_or_404(sendings().select_related("ask__document"), pk=sending)
    return press(
        request, AmparoForm(request.POST), lambda _data: take_back_sending(row, by=request.user),
        done=_("It is no longer noted as sent."), back=address_of(row.ask),
    )  # fmt: skip


@requires(Act.SEE_COMMITMENTS)
@require_safe
def download(request: SignedInRequest) -> HttpResponse:
    response = HttpResponse(calendar_of_dues(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="due.ics"'
    return response


@requires(Act.SEE_COMMITMENTS)
def calendar(request: SignedInRequest) -> HttpResponse:
    return secret_address(request, Kind.COMMITMENTS, "commitments/due/calendar.html")


@login_not_required
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """Read by a program that cannot sign in: the address is the secret."""
    return read_by_secret(secret, Kind.COMMITMENTS, lambda _user: calendar_of_dues())
