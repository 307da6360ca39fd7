"""What waits for whom: the queues of a unit, many files assigned at once, and one from its page."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, perform, requires
from amparo.cases.counting import plan_each_time
from amparo.cases.queues import actions, presenters
from amparo.cases.queues.forms import AssignForm, CarrierForm, QueueForm
from amparo.cases.queues.queries import Desk, desk_on, units_that_assign
from amparo.cases.queues.words import EMPTY, SAYS, Queue
from amparo.cases.views.scope import case_or_404, form_page
from amparo.design.forms import AmparoForm
from amparo.directory.buttons import press
from amparo.methods import clock
from amparo.people.models import Unit, User


@requires(Act.ASSIGN)
def queue(request: SignedInRequest) -> HttpResponse:
    units = units_that_assign(request.user)
    desk = Desk(request.user, _unit_or_404(units, request.GET.get("unit", "")))
    form = QueueForm(request.POST or None, desk=desk)
    if request.method == "POST" and perform(
        form, lambda data: _give(form, data.pop("chosen"), **data), by=request.user
    ):
        kept = {name: request.GET[name] for name in ("queue", "who", "unit") if name in request.GET}
        there = urlencode({**kept, "done": form.cleaned_data["key"]})
        return redirect(f"{reverse('cases:queue')}?{there}")
    context = {"form": form, "units": units if len(units) > 1 else [], "desk": desk}
    return render(request, "cases/queue.html", context | _shown(request, desk, form))


def _unit_or_404(units: list[Unit], slug: str) -> Unit:
    """The unit that one works for here: the one asked for, or the first."""
    found = next((unit for unit in units if not slug or unit.slug == slug), None)
    if found is None:
        raise Http404
    return found


def _give(form: AssignForm, seen: actions.Seen, to: User | None) -> int:
    desk, batch = form.desk, form.cleaned_data["key"]
    if to is None:
        return actions.take_back(seen, by=desk.user, unit=desk.unit, batch=batch)
    return actions.assign(seen, by=desk.user, unit=desk.unit, to=to, batch=batch)


def _shown(request: SignedInRequest, desk: Desk, form: QueueForm) -> dict[str, Any]:
    """What the page shows of the queue that its address names."""
    asked, unit = request.GET.get("queue", ""), request.GET.get("unit", "")
    here = Queue(asked) if asked in Queue else Queue.NOBODY
    who = next((u for u in desk.colleagues if str(u.pk) == request.GET.get("who")), None)
    plan_each_time()
    page, now = presenters.page_of(desk, here, who, request.GET.get("page")), clock.now()
    every = "all" in request.GET
    by_colleague = here == Queue.COLLEAGUE
    return {
        "page": page,
        "files": presenters.waits(desk, page, form.picked(), now, every=every),
        "tabs": presenters.all_tabs(desk, here, unit),
        "colleagues": presenters.colleague_tabs(desk, who, unit) if by_colleague else [],
        "says": "" if who else SAYS[here],
        "empty": EMPTY[here],
        "choose": by_colleague and who is None,
        "every": every,
        "done": _done(desk, request.GET.get("done", "")),
        "now": now,
    }


def _done(desk: Desk, batch: str) -> presenters.Done | None:
    try:
        return presenters.done(desk, UUID(batch))
    except ValueError:
        return None


@requires(Act.ASSIGN)
@require_POST
def undo(request: SignedInRequest, batch: UUID) -> HttpResponse:
    return press(
        request,
        AmparoForm(request.POST),
        lambda data: actions.undo(batch, by=request.user),
        done=_("Undone: the files are with whoever carried them before."),
        back=reverse("cases:queue"),
    )


@requires(Act.ASSIGN)
def carrier(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.ASSIGN, reference)
    desk = desk_on(case, request.user)
    if desk is None:
        raise Http404
    first = {"seen": desk.seen(case)}
    form = CarrierForm(request.POST or None, desk=desk, initial=first)
    return form_page(
        request,
        case,
        form,
        lambda data: _give(form, {case.reference: data["seen"]}, data["to"]),
        title=_("Who carries this file in %(unit)s?") % {"unit": desk.unit.name},
        lead=_("Whoever carries it is asked first. What others of the unit may do stays the same."),
        button=_("Assign"),
        done=_("It is recorded who carries the file."),
        cites="queues",
    )
