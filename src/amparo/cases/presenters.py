"""What the case page says: where the person stands, what is next, what there is to do."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from amparo.access.glass import REVIEW_WITHIN
from amparo.access.models import Glass, Grant
from amparo.access.policy import IDENTIFICATION, NOBODY, Act, Standing, may
from amparo.cases import todo
from amparo.cases.actions.decisions import UNDER_WAY
from amparo.cases.clocks.models import Clock
from amparo.cases.consents.models import Consent, LegalGround
from amparo.cases.consents.queries import grounds_of, live_consents
from amparo.cases.machine import BEFORE_REFERRAL, CHALLENGED, OUTCOMES, State, Track
from amparo.cases.models import AgeStatus, Case
from amparo.cases.openings import Opening
from amparo.cases.steps import plain_steps
from amparo.cases.words import STANDS
from amparo.design.parts import Row, Task, Tone, Words
from amparo.people.codes import label
from amparo.people.models import Unit
from amparo.screening import indicators, questionnaire

S = State
PRESENT = ("seen", "told", "documented")


def stands(case: Case, standing: Standing = NOBODY) -> list[Row]:
    """One sentence a track, with the way to its next step for whoever may take it."""
    return [
        Row(track.label, STANDS[track][getattr(case, track)], _way(case, track, standing))
        for track in Track
    ]


def _way(case: Case, track: Track, standing: Standing) -> str:
    if not plain_steps(case, track, standing):
        return ""
    return reverse("cases:step", args=[case.reference, track])


def facts(case: Case) -> list[Row]:
    """The person in words that name nobody."""
    return [
        Row(_("Age"), case.get_age_status_display()),
        Row(_("Sex"), label("sex", case.sex)),
        Row(_("Languages"), ", ".join(label("languages", code) for code in case.languages)),
        Row(_("Dependants"), case.dependants),
        Row(_("Suspected exploitation"), ", ".join(label("forms", code) for code in case.forms)),
    ]


def signs(case: Case) -> list[Row]:
    """What was seen, told or documented at the screening, each sign with how it is known."""
    if case.screening is None:
        return []
    questions, language = questionnaire.load(), (get_language() or "en")[:2]
    marks = questions.marks(case.screening.answers)
    return [
        Row(sign.label.say(language), label("marks", marks[sign.code]))
        for sign in indicators.load().listed(questionnaire.route(case.screening.answers))
        if marks.get(sign.code) in PRESENT
    ]


def child_reason(case: Case) -> Words:
    if case.age_status == AgeStatus.NOT_SURE:
        return _("The age is not sure: the person is treated as a child until a decision on age.")
    return _("The person is a child: the child's best interests come first.")


@dataclass(frozen=True)
class Doable:
    """A task with who may do it and when: data for `tasks`."""

    states: tuple[str, ...]
    act: Act
    title: Words
    url_name: str
    rule: str = ""


DOABLE = (
    Doable((S.SIGNAL,), Act.OPEN_FILE, _("Begin the screening"), "cases:screen", "triage"),
    Doable((S.SIGNAL,), Act.WRITE_CASE, _("End it: no signs were found"), "cases:end"),
    Doable(BEFORE_REFERRAL, Act.WRITE_CASE, _("Refer the file to the bureau"), "cases:refer"),
    Doable((S.REFERRED,), Act.RECEIVE, _("Acknowledge the file"), "cases:receive", "acknowledge"),
    Doable(
        (S.RECEIVED,), Act.DECIDE, _("Take the first decision"), "cases:decide", "first_decision"
    ),
    Doable((S.REFLECTION,), Act.DECIDE, _("Take the final decision"), "cases:decide"),
    Doable(CHALLENGED, Act.DECIDE, _("Decide anew"), "cases:decide"),
    Doable(
        (S.NOT_PRESUMED, S.NOT_CONFIRMED), Act.WRITE_CASE, _("Ask for another decision"),
        "cases:reconsider",
    ),
    Doable((S.REOPENED,), Act.WRITE_CASE, _("Refer the file to the bureau"), "cases:refer"),
    Doable(
        (*OUTCOMES, S.SUSPENDED, S.REOPENED), Act.CLOSE, _("Close the file"), "cases:close",
    ),
    Doable((S.CLOSED,), Act.CLOSE, _("Open the file again"), "cases:reopen"),
)  # fmt: skip


def tasks(
    case: Case,
    standing: Standing,
    *,
    grounds: set[str],
    clocks: list[Clock],
    shares: list[Grant],
) -> list[Task]:
    """What this reader can do now on this case, the most pressing first."""
    due = {clock.rule: clock.due_at for clock in clocks if not clock.paused_at}
    found = [
        *_consent_tasks(case, standing, grounds),
        *todo.tasks(case, standing),
    ]
    if _shut_to_all(case, grounds, shares) and may(standing, Act.RECEIVE):
        href = reverse("cases:share_again", args=[case.reference])
        found.append(Task(_("Share the file again"), href, _("A new consent stands")))
    if may(standing, Act.FIND_PLACE) and case.support in ("", S.SOUGHT):
        href = reverse("referrals:need", args=[case.reference])
        found.append(Task(_("Find a place tonight"), href, _("Needs no decision")))
    for doable in DOABLE:
        if case.identification in doable.states and may(standing, doable.act):
            href = reverse(doable.url_name, args=[case.reference])
            found.append(Task(doable.title, href, due=due.get(doable.rule)))
    return found


def _shut_to_all(case: Case, grounds: set[str], shares: list[Grant]) -> bool:
    """Whether a consent stands and nobody is left who came by the one before."""
    let_in = any(grant.under == IDENTIFICATION for grant in shares)
    return case.identification in UNDER_WAY and IDENTIFICATION in grounds and not let_in


def _consent_tasks(case: Case, standing: Standing, grounds: set[str]) -> list[Task]:
    if not may(standing, Act.WRITE_CASE) or case.identification == S.CLOSED:
        return []
    missing = [p for p in ("identification", "support") if p not in grounds]
    if case.treated_as_child:
        name, title = "cases:ground", _("Record the ground: %(purpose)s")
    else:
        name, title = "cases:consent", _("Ask for consent: %(purpose)s")
    return [
        Task(
            title % {"purpose": label("consent_purposes", purpose)},
            f"{reverse(name, args=[case.reference])}?purpose={purpose}",
        )
        for purpose in missing
    ]


def aside(
    case: Case, shares: list[Grant], openings: list[Opening]
) -> dict[str, list[Row] | list[Opening] | list[Consent] | list[LegalGround]]:
    """The quiet column: consent, who may see this, who opened it."""
    by_unit: dict[str, set[str]] = {}
    for grant in shares:  # the same purpose may hang on several consents
        by_unit.setdefault(grant.unit.name, set()).add(str(grant.get_purpose_display()))
    return {
        "consents": list(live_consents(case)),
        "grounds": list(grounds_of(case)),
        "shares": [Row(unit, ", ".join(sorted(purposes))) for unit, purposes in by_unit.items()],
        "openings": openings,
    }


@dataclass(frozen=True)
class Emergency:
    """One opening as its watchers see it; `reference` is empty for those who may see no file."""

    glass: Glass
    reference: str
    reviewed: Words
    tone: Tone
    due_at: datetime | None


def emergencies(rows: list[Glass], references: dict[UUID, str]) -> list[Emergency]:
    return [_emergency(row, references.get(row.case_id, "")) for row in rows]


def _emergency(row: Glass, reference: str) -> Emergency:
    found = getattr(row, "review", None)
    if found is None:
        return Emergency(row, reference, _("to be reviewed"), "warn", row.at + REVIEW_WITHIN)
    tone: Tone = "good" if found.outcome == found.Outcome.JUSTIFIED else "danger"
    return Emergency(row, reference, found.get_outcome_display(), tone, None)


@dataclass
class Sharing:
    """What one unit may see of a file, from when until when."""

    unit: Unit
    own: bool
    since: datetime
    until: datetime | None
    purposes: list[str]


def sharing(case: Case, shares: list[Grant]) -> list[Sharing]:
    """One row a unit: from the first of its shares until the last."""
    found: dict[UUID, Sharing] = {}
    for grant in shares:
        fresh = Sharing(grant.unit, grant.unit_id == case.unit_id, grant.since, grant.until, [])
        row = found.setdefault(grant.unit_id, fresh)
        row.since = min(row.since, grant.since)
        row.until = max(row.until, grant.until) if row.until and grant.until else None
        words = str(grant.get_purpose_display())
        row.purposes = sorted({*row.purposes, words})
    return list(found.values())
