"""What is due, for whoever must meet it; and more time for one clock of a file."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from amparo.access.policy import Act, may
from amparo.access.standing import standing_of
from amparo.access.views import SignedInRequest, requires
from amparo.cases import counting
from amparo.cases.clocks import presenters, rules
from amparo.cases.clocks.actions import extend as make_longer
from amparo.cases.clocks.forms import ExtensionForm
from amparo.cases.clocks.queries import ClockQuerySet, extended, mine, running_clocks, watched
from amparo.cases.counting import capped, plan_each_time
from amparo.cases.queues.queries import carried_by_me
from amparo.cases.views.scope import case_or_404, form_page
from amparo.methods import clock
from amparo.people.country import end_of_today
from amparo.people.models import User

ROWS = 25


@requires(Act.SEE_CASES)
def due_list(request: SignedInRequest) -> HttpResponse:
    """Late, due today and next: of what is mine to meet, or of what I watch over."""
    plan_each_time()
    now, tonight = clock.now(), end_of_today()
    lists = _lists(request.user)
    whose = request.GET.get("whose", "")
    whose = whose if whose in lists else "mine"
    clocks = lists[whose]
    parts = {
        "late": clocks.late(now),
        "today": clocks.due_between(now, tonight),
        "next": clocks.due_from(max(now, tonight)),
    }
    counts = {name: capped(part) for name, part in parts.items()}
    when = request.GET.get("when", "")
    when = when if when in parts else next((name for name in counts if counts[name]), "late")
    shown = range(min(counts[when], counting.CAP))
    page = Paginator(shown, ROWS).get_page(request.GET.get("page"))
    rows = parts[when].soonest(page.end_index())[max(page.start_index() - 1, 0) :]
    context = {
        "page": page, "tasks": [presenters.task(row) for row in rows], "now": now, "when": when,
        "whose": whose, "lists": lists, "counts": counts,
    }  # fmt: skip
    return render(request, "cases/due.html", context)


def _lists(user: User) -> dict[str, ClockQuerySet]:
    """What is mine to meet; of that, in files that I carry; and what I watch over."""
    standing, found = standing_of(user), {"mine": mine(user)}
    if may(standing, Act.ASSIGN):
        found["carried"] = mine(user).of_cases(carried_by_me(user).cases())
    if rules.watched(standing.mandates):
        found["watched"] = watched(user)
    return found


@requires(Act.EXTEND_CLOCK)
def extend(request: SignedInRequest, reference: str, rule: str) -> HttpResponse:
    case = case_or_404(request, Act.EXTEND_CLOCK, reference)
    left, found = presenters.left(rule, extended(case)), rules.rule_of(rule)
    if found is None or left <= 0 or rule not in {row.rule for row in running_clocks(case)}:
        raise Http404
    return form_page(
        request,
        case,
        ExtensionForm(request.POST or None, left=left, unit=str(presenters.UNITS[found.unit])),
        lambda data: make_longer(case, rule, by=request.user, **data),
        title=_("More time: %(clock)s") % {"clock": rules.name_of(rule)},
        lead=_("The person is told of the new day. Each extension keeps who gave it, and why."),
        button=_("Give more time"),
        done=_("The new time is recorded."),
        cites="clocks",
    )
