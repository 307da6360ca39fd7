from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from amparo.access.models import Grant
from amparo.access.policy import NOBODY, Act, Standing, may
from amparo.access.standing import is_allowed, standing_of
from amparo.access.views import SignedInRequest, perform, requires
from amparo.audit.actions import record
from amparo.cases import counting, presenters
from amparo.cases.actions.files import open_file
from amparo.cases.attachments.queries import attachments_of
from amparo.cases.clocks.models import Clock
from amparo.cases.clocks.presenters import next_clock
from amparo.cases.clocks.queries import running_clocks
from amparo.cases.consents.queries import covered_purposes
from amparo.cases.counting import Pages, plan_each_time
from amparo.cases.forms import OpenFileForm
from amparo.cases.glance import erased, glanced
from amparo.cases.guards import shut
from amparo.cases.machine import State, Track
from amparo.cases.models import Case
from amparo.cases.openings import openings_of
from amparo.cases.panels import panels
from amparo.cases.queries import (
    cases_for,
    shares_of,
)
from amparo.cases.queues.queries import carried_by_me
from amparo.cases.timeline import timeline
from amparo.cases.views.scope import case_or_404
from amparo.cases.words import STANDS, TONES, person_words
from amparo.design.parts import Task
from amparo.methods import clock
from amparo.people.models import User
from amparo.screening.queries import screenings_for

ROWS = 25


@requires(Act.SEE_CASES)
def case_list(request: SignedInRequest) -> HttpResponse:
    plan_each_time()
    reference, state = request.GET.get("reference", "").strip(), request.GET.get("state", "")
    cases = cases_for(request.user).newest_first()
    if reference:
        cases = cases.found_by(reference)
    if state in State.values:
        cases = cases.in_state(state)
    if mine := request.GET.get("whose") == "mine":
        cases = cases.filter(pk__in=carried_by_me(request.user).cases())
    page = Pages(cases, ROWS).get_page(request.GET.get("page"))
    if reference and page.paginator.count == 1:
        return redirect("cases:detail", page.object_list[0].reference)
    states = [s for s in State if s in STANDS[Track.IDENTIFICATION]]
    standing = standing_of(request.user)
    context = {
        "page": page, "reference": reference, "state": state, "states": states, "tones": TONES,
        "now": clock.now(), "mine": mine, "may_find": may(standing, Act.FIND_PERSON),
        "may_carry": may(standing, Act.ASSIGN),
        "may_open": may(standing, Act.OPEN_FILE),
        "may_break_glass": may(standing, Act.BREAK_GLASS), "most": counting.CAP,
    }  # fmt: skip
    return render(request, "cases/list.html", context)


def _is_over(case: Case) -> bool:
    """Whether nobody can do anything in it: it is erased, or goes on in another one."""
    return bool(erased(case) or shut(case))


def _standing(user: User, case: Case) -> Standing:
    """Where it is over nobody takes a step."""
    return NOBODY if _is_over(case) else standing_of(user)


def _tasks(case: Case, user: User, clocks: list[Clock], shares: list[Grant]) -> list[Task]:
    """Where it is over nobody has anything to do."""
    if _is_over(case):
        return []
    return presenters.tasks(
        case, standing_of(user), clocks=clocks,
        grounds=covered_purposes(case), shares=shares,
    )  # fmt: skip


@requires(Act.SEE_CASE)
def detail(request: SignedInRequest, reference: str) -> HttpResponse:
    case = glanced(case_or_404(request, Act.SEE_CASE, reference))
    record("saw the file", by=request.user, case=case.pk)
    clocks, shares = running_clocks(case), shares_of(case)
    entries = timeline(case)
    kind = request.GET.get("kind", "")
    context = {
        "case": case,
        "person": person_words(case.identification),
        "stands": presenters.stands(case, _standing(request.user, case)),
        "facts": presenters.facts(case),
        "signs": presenters.signs(case),
        "next": next_clock(clocks, clock.now()),
        "tasks": _tasks(case, request.user, clocks, shares),
        "entries": [entry for entry in entries if not kind or entry.kind == kind],
        "kinds": sorted({str(entry.kind) for entry in entries}),
        "kind": kind,
        "now": clock.now(),
        "top": panels(case, request.user, "top"),
        "erased": erased(case),
        "panels": panels(case, request.user, "aside"),
        "opens": is_allowed(request.user, Act.OPEN_IDENTITY, case.pk),
        "may_end_share": may(standing_of(request.user), Act.END_SHARE),
        "attached": attachments_of(case).count(),
        **presenters.aside(case, shares, openings_of(case)),
    }  # fmt: skip
    return render(request, "cases/detail.html", context)


@requires(Act.OPEN_FILE)
def open_new(request: SignedInRequest, screening: UUID) -> HttpResponse:
    row = get_object_or_404(screenings_for(request.user).finished(), pk=screening)
    form = OpenFileForm(request.POST or None)
    if request.method == "POST" and perform(
        form, lambda data: open_file(row, by=request.user, **data), by=request.user
    ):
        messages.success(request, _("The file is open. Names and account are sealed."))
        case = get_object_or_404(cases_for(request.user), pk=row.case_id)
        return redirect("cases:detail", case.reference)
    return render(request, "cases/open.html", {"form": form, "screening": row})
