"""From a file to its fact: the one place that says what of a file is counted."""

import hmac
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from amparo.audit.keyfile import key
from amparo.cases.machine import OUTCOMES, State
from amparo.cases.models import AgeStatus, Case
from amparo.figures.models import Age, Fact
from amparo.figures.non_punishment import standing
from amparo.figures.queries import Raised, places_of, raised_of, steps_of
from amparo.people.codes import listed
from amparo.people.country import country

KEY = "figures.key"
AGES = {AgeStatus.ADULT: Age.ADULT, AgeStatus.CHILD: Age.CHILD, AgeStatus.NOT_SURE: Age.UNKNOWN}
FIRST = (State.PRESUMED, State.NOT_PRESUMED)
FINAL = (State.CONFIRMED, State.NOT_CONFIRMED)

Steps = Mapping[str, datetime]


def token(case_id: UUID) -> UUID:
    """A name for the fact that only the holder of the key can lead back to the file."""
    return UUID(bytes=hmac.digest(key(KEY), case_id.bytes, "sha256")[:16])


def facts_of(cases: Sequence[Case]) -> list[Fact]:
    """The facts of these files as they stand; whoever acts must see the files' needs and steps."""
    steps, places, raised = steps_of(cases), places_of(cases), raised_of(cases)
    facts = [_fact(case, steps[case.pk], places.get(case.pk)) for case in cases]
    for case, fact in zip(cases, facts, strict=True):
        _add_allegations(fact, raised.get(case.pk, []))
    return facts


def _add_allegations(fact: Fact, raised: Sequence[Raised]) -> None:
    """One answer for the person; `raised`: the first first."""
    if not raised:
        return
    fact.alleged_year = _day(raised[0].at).year
    fact.asked = any(row.asked for row in raised)
    fact.allegation_outcome = standing([row.outcome for row in raised])


def _day(moment: datetime) -> date:
    return moment.astimezone(ZoneInfo(country().timezone)).date()


def _fact(case: Case, steps: Steps, place: tuple[datetime, datetime | None] | None) -> Fact:
    opened_on = _day(case.opened_at)
    referred = steps.get(State.REFERRED)
    return Fact(
        token=token(case.pk),
        year=opened_on.year,
        opened_on=opened_on,
        form=_known("forms", case.forms[0] if case.forms else "", "UNKNOWN"),
        sex=_known("sex", case.sex, "U"),
        age=AGES[AgeStatus(case.age_status)],
        identification=case.identification,
        outcome=_last(steps, OUTCOMES),
        referred=referred is not None,
        minutes_to_place=_minutes(*place) if place else None,
        minutes_to_receipt=_minutes(referred, steps.get(State.RECEIVED)),
        minutes_to_first_decision=_minutes(referred, _first(steps, FIRST)),
        minutes_to_final_decision=_minutes(referred, _first(steps, FINAL)),
    )


def _known(name: str, code: str, unknown: str) -> str:
    """The code it counts as, if the list has it: not known is a category, never a missing row."""
    codes = listed(name)
    return codes.counted(code) if code in codes else unknown


def _first(steps: Steps, states: Sequence[str]) -> datetime | None:
    return min((steps[state] for state in states if state in steps), default=None)


def _last(steps: Steps, states: Sequence[str]) -> str:
    return max((state for state in steps if state in states), key=lambda s: steps[s], default="")


def _minutes(start: datetime | None, end: datetime | None) -> int | None:
    """Whole minutes, rounded down; a clock that was set back in between counts as none."""
    return max(0, int((end - start).total_seconds() // 60)) if start and end else None
