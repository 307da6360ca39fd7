"""What the decision page says: who decides, whether they may, what was decided before."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from amparo.access.policy import Act, Standing, may
from amparo.access.standing import unit_for
from amparo.access.two_persons.queries import decidable_by
from amparo.cases.clocks.queries import running_clocks
from amparo.cases.clocks.rules import is_duty
from amparo.cases.decisions.findings import FOUND
from amparo.cases.decisions.models import Decision
from amparo.cases.decisions.queries import (
    decisions_of,
    reconsiderations_of,
    untaken_of,
    untold_decision,
)
from amparo.cases.decisions.second import KIND, takes_two, waiting
from amparo.cases.decisions.taking import hindrance
from amparo.cases.machine import DECIDABLE, FIRST, State
from amparo.cases.models import Case
from amparo.cases.words import STATUS_SENTENCES
from amparo.design.parts import Row, Task, Words
from amparo.people.codes import label
from amparo.people.models import User


def who_decides(case: Case, user: User) -> list[Row]:
    return [
        Row(_("You"), f"{user}, {unit_for(user, Act.DECIDE).name}"),
        Row(_("May you decide?"), why_not(case, user) or _("Yes.")),
    ]


def second_person(case: Case) -> bool:
    """Whether what is decided where the file stands takes a second person."""
    return takes_two("first" if DECIDABLE.get(case.identification) == FIRST else "final")


def why_not(case: Case, user: User) -> str:
    """What stands in the way of a decision by this officer now, in a sentence; or nothing."""
    if case.identification not in DECIDABLE:
        return _("Not now: the file says “%(now)s”.") % {"now": case.get_identification_display()}
    if proposed(case):
        return _("A decision waits for a second person already: agree to it, or refuse it.")
    return hindrance(case, DECIDABLE[case.identification][0], by=user)


@dataclass(frozen=True)
class Bounds:
    """The first and the last moment for this decision, where the country's clocks say one."""

    earliest: datetime | None
    latest: datetime | None


def bounds(case: Case) -> Bounds:
    outcomes, running = DECIDABLE.get(case.identification, ()), running_clocks(case)
    held = [row.due_at for row in running if {*row.holds} & {*outcomes}]
    ticking = [row.due_at for row in running if is_duty(row.rule) and not row.paused_at]
    return Bounds(max(held, default=None), min(ticking, default=None))


@dataclass(frozen=True)
class Decided:
    """A decision as it is read again, without what is sealed."""

    title: Words
    moment: datetime
    authors: str
    reason: str
    findings: list[Row]
    evidence: str


def decided(case: Case) -> list[Decided]:
    return [_decided(row) for row in decisions_of(case)]


def _decided(row: Decision) -> Decided:
    authors = dict.fromkeys((str(row.by), str(row.taken.by)))
    return _shown(row, STATUS_SENTENCES[row.result], row.taken.at, ", ".join(authors))


def proposed(case: Case) -> list[Decided]:
    """What waits for a second person: one at most."""
    title = _("Waits for a second person: %(decision)s")
    return [
        _shown(row, title % {"decision": STATUS_SENTENCES[row.result]}, row.at, str(row.by))
        for row in untaken_of(case)
        if waiting(row)
    ]


def to_agree(case: Case, user: User) -> str:
    """Where this officer agrees to what waits, or refuses it; "" where it is not theirs to do."""
    rows = (row for row in decidable_by(user) if row.kind == KIND and row.case_id == case.pk)
    return next((reverse("proposal", args=[row.pk]) for row in rows), "")


def asked_anew(case: Case) -> list[Row]:
    """Who asked for another decision, and on which grounds."""
    return [
        Row(
            label("challengers", row.asked_by),
            ", ".join(label("challenge_grounds", code) for code in row.grounds),
        )
        for row in reconsiderations_of(case)
    ]


def _shown(row: Decision, title: Words, moment: datetime, authors: str) -> Decided:
    return Decided(
        title, moment, authors,
        label("status_reasons", row.reason), findings_of(row),
        ", ".join(label("evidence_kinds", code) for code in row.evidence),
    )  # fmt: skip


def findings_of(row: Decision) -> list[Row]:
    return [
        Row(
            f"{label('forms', each['form'])}{_period(each['since'], each['until'])}",
            _("found") if each["standing"] == FOUND else _("not found"),
        )
        for each in row.findings
    ]


def _period(since: str, until: str) -> str:
    if since and until:
        return f" ({since} – {until})"
    if since:
        return f" ({_('from %(when)s') % {'when': since}})"
    return f" ({_('until %(when)s') % {'when': until}})" if until else ""


def tasks(case: Case, standing: Standing) -> list[Task]:
    """To tell the person what was decided, until somebody has."""
    if case.identification == State.CLOSED or not may(standing, Act.OPEN_ACCOUNT):
        return []
    if untold_decision(case) is None:
        return []
    return [Task(_("Tell the person the decision"), reverse("cases:notice", args=[case.reference]))]
