from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, is_allowed, require_on_case
from amparo.access.two_persons import Proposal
from amparo.audit.actions import record
from amparo.cases import guards
from amparo.cases.announcements import announce
from amparo.cases.clocks.actions import refuse_if_held, turn
from amparo.cases.machine import Move, State, Track, arrow, leads
from amparo.cases.models import Case, Status
from amparo.cases.queries import case_with, state_before
from amparo.methods import clock
from amparo.people.models import User
from amparo.vault.actions import Opened, open_sealed
from amparo.vault.models import Compartment

WRITING = "writing"


@action
def step(
    case: Case,
    track: Track,
    state: State,
    *,
    by: User,
    reason: str = "",
    note: str = "",
    proposal: Proposal | None = None,
) -> Status:
    """Move a case one step along a track: check, status row, clocks, audit row, announcement.

    `proposal`: what `by` agrees to as the second person, where the step takes two. Raises Refused
    with a sentence, and changes nothing, where the step may not be taken.
    """
    case = case_with(case.pk)
    before = getattr(case, track)
    move = arrow(track, before, state)
    if move is None or not leads(move, state_before(case, track) if move.back else ""):
        raise Refused(_refusal(track, before, state))
    require_on_case(by, Act.AGREE_CLOSING if move.two else move.act, case.pk)
    _refuse_alone(move, by, proposal)
    refuse_if_held(case, state)
    guards.refuse_if_hindered(case, state)
    status = _write(case, track, state, by=by, reason=reason)
    if note:
        facts(case, by=by).write(status, "note", note)
    status.save(force_insert=True)
    setattr(case, track, state)
    case.save(update_fields=[track.value])
    turn(case, track, state, at=status.at)
    record(f"{track}: {state}", by=by, case=case.pk, thing=status, purpose=reason)
    announce(case)
    return status


def _refuse_alone(move: Move, by: User, proposal: Proposal | None) -> None:
    if move.two and (proposal is None or proposal.by_id == by.pk):
        raise Refused(_("This takes two: propose it, and somebody else decides."))


def refuse_if_closed(case: Case) -> None:
    """Nothing is added to a closed file; a consent may still be withdrawn."""
    if case_with(case.pk).identification == State.CLOSED:
        raise Refused(_("The file is closed: nothing more is written in it."))
    guards.refuse_to_write(case)


def facts(case: Case, *, by: User) -> Opened:
    """The key that a sealed note is written with. Raises Refused where no basis opens it."""
    if not is_allowed(by, Act.OPEN_ACCOUNT, case.pk):
        raise Refused(
            _(
                "Nothing was written. Notes are sealed, and this file is sealed to the bureau until"
                " a consent to identification names it, or a legal ground is recorded. Record one,"
                " or leave the note empty."
            )
        )
    return open_sealed(case.pk, Compartment.FACTS, by=by, purpose=WRITING)


def _write(case: Case, track: Track, state: State, *, by: User, reason: str) -> Status:
    return Status(
        case=case,
        track=track,
        number=Status.objects.of(case).filter(track=track).count() + 1,
        before=getattr(case, track),
        state=state,
        reason=reason,
        at=clock.now(),
        by=by,
    )


def _refusal(track: Track, before: str, state: State) -> str:
    if before == state:
        return _("Somebody has done this already: the file says “%(state)s”.") % {
            "state": state.label
        }
    return _("This cannot follow now: the file says “%(before)s”, not what “%(state)s” needs.") % {
        "before": State(before).label if before else _("not begun"),
        "state": state.label,
    }
