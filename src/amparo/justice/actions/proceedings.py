from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.standing import Refused
from amparo.cases.actions.steps import step
from amparo.cases.clocks.models import Clock
from amparo.cases.machine import State, Track, allowed
from amparo.cases.models import Case
from amparo.cases.pages.writing import begin as begin_file
from amparo.cases.pages.writing import keep, refuse
from amparo.justice.actions.shared import Side, begin
from amparo.justice.models import DropTold, Judgment, Proceeding, Stage
from amparo.justice.queries.proceedings import (
    hearings_of,
    judgments_of,
    last_stage,
    proceeding_with,
    untold_drops,
)
from amparo.justice.queries.track import to_follow
from amparo.justice.rules import day_hindrance, judgment_hindrance, stage_hindrance
from amparo.methods import clock
from amparo.people.country import today
from amparo.people.models import User

# Within how many days the person is told is the country's to say.
DROP_TOLD = "drop_told"


@action
def open_proceeding(
    side: Side, *, by: User, office: str, offences: tuple[str, ...], day: date, number: str = ""
) -> Proceeding:
    """Write down that an office was told; its own number is sealed, and kept with the file."""
    side = begin(side, by=by)
    refuse(day_hindrance(day, today=today()))
    row = Proceeding(
        case_id=side.pk, at=clock.now(), by=by, office=office, offences=list(offences), day=day
    )
    keep(row, "proceeding", by=by, purpose=office, number=number)
    _reach(side, row, State.REPORTED, day, by=by)
    return row


@action
def reach_stage(
    side: Side, proceeding: UUID, *, by: User, stage: str, day: date, ground: str = ""
) -> Stage:
    """Write down a step of a proceeding. Raises Refused where something is missing for it."""
    side = begin(side, by=by)
    row = the_proceeding(side, proceeding)
    if stage == State.DROPPED and not ground:
        raise Refused(_("Say why it was dropped: the person is told of it."))
    return _reach(side, row, State(stage), day, by=by, ground=ground)


def _reach(
    side: Side, row: Proceeding, stage: State, day: date, *, by: User, ground: str = ""
) -> Stage:
    last = last_stage(row)
    judged = any(each.proceeding_id == row.pk for each in judgments_of(side.pk))
    hearings = any(each.proceeding_id == row.pk for each in hearings_of(side.pk))
    told = not any(each.proceeding_id == row.pk for each in untold_drops(side.pk))
    refuse(
        stage_hindrance(
            last.stage if last else "", stage, hearings=hearings, judged=judged, told=told
        )
    )
    refuse(day_hindrance(day, today=today(), after=last.day if last else row.day))
    reached = Stage(
        case_id=side.pk, at=clock.now(), by=by, proceeding=row, day=day, stage=stage,
        number=last.number + 1 if last else 1, ground=ground if stage == State.DROPPED else "",
    )  # fmt: skip
    keep(reached, f"proceeding: {stage}", by=by, purpose=ground)
    if isinstance(side, Case) and allowed(Track.JUSTICE, side.justice, stage):
        step(side, Track.JUSTICE, stage, by=by)
    return reached


def the_proceeding(side: Side, pk: UUID) -> Proceeding:
    row = proceeding_with(side.pk, pk)
    if row is None:
        raise Refused(_("There is no such proceeding."))
    return row


@action
def follow(case: Case, *, by: User, stage: str) -> Case:
    """Bring the file to where a proceeding is that who investigates has written down."""
    case = begin_file(case, by=by)
    if stage not in to_follow(case):
        raise Refused(_("The file has followed this already."))
    step(case, Track.JUSTICE, State(stage), by=by)
    return case


@action
def tell_of_drop(
    case: Case, stage: UUID, *, by: User, day: date, language: str, how: str, asks_review: bool
) -> DropTold:
    """Write down that the person knows of the decision and of the right to a review."""
    case = begin_file(case, by=by)
    dropped = next((row for row in untold_drops(case.pk) if row.pk == stage), None)
    if dropped is None:
        raise Refused(_("There is no such decision that the person does not know of."))
    refuse(day_hindrance(day, today=today(), after=dropped.day))
    row = DropTold(
        case=case, at=clock.now(), by=by, stage=dropped, day=day, language=language, how=how,
        asks_review=asks_review,
    )  # fmt: skip
    keep(row, "told of the drop", by=by, purpose=how)
    if not untold_drops(case.pk):
        running = Clock.objects.running().filter(case=case, rule=DROP_TOLD)
        running.update(met_at=clock.now())
    return row


@action
def note_judgment(
    side: Side, proceeding: UUID, *, by: User, day: date, offence: str, result: str,
    penalty_months: int | None = None, confiscation: bool = False,
) -> Judgment:  # fmt: skip
    """Write down what a court said of one offence."""
    side = begin(side, by=by)
    row = the_proceeding(side, proceeding)
    refuse(day_hindrance(day, today=today(), after=row.day))
    refuse(
        judgment_hindrance(
            result, penalty=penalty_months, confiscation=confiscation, offence=offence,
            offences=row.offences,
        )
    )  # fmt: skip
    judged = Judgment(
        case_id=side.pk, at=clock.now(), by=by, proceeding=row, day=day, offence=offence,
        result=result, penalty_months=penalty_months, confiscation=confiscation,
    )  # fmt: skip
    return keep(judged, f"judgment: {result}", by=by, purpose=offence)
