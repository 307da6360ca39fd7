"""Two files about one person: one is continued in the other, by two persons, and can be undone.

Nothing is moved or rewritten: a row says that the one is continued in the other. While it holds,
nothing is written in it and it is not counted; once undone, every row is as it was.
"""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import require_on_case
from amparo.access.two_persons import Kind, Proposal, propose
from amparo.audit.actions import record
from amparo.cases.actions.steps import refuse_if_closed
from amparo.cases.announcements import announce
from amparo.cases.files import both
from amparo.cases.models import Case
from amparo.cases.pages.writing import keep, refuse
from amparo.cases.queries import case_with, reference_of
from amparo.design.parts import Row
from amparo.links.actions.begin import begin_for_two, there
from amparo.links.models import Merging
from amparo.links.queries import (
    MERGE,
    UNDO,
    last_merging,
    merged_into,
    merging_of,
    merging_seen,
    merging_with,
    other_file,
    waits_for_a_second,
)
from amparo.links.rules import merge_hindrance, waits
from amparo.methods import clock
from amparo.people.models import User

State = Merging.State
THIS, THE_OTHER = "this", "other"


@action
def propose_merge(case: Case, row: UUID, *, by: User, goes_on: str, ground: str) -> Proposal:
    """Ask a second person to continue one of two files in the other: `goes_on` says which stays.

    `row`: the id of the other file. Raises Refused.
    """
    this, other = begin_for_two(case, row, by=by)
    merged, kept = (other, this) if goes_on == THIS else (this, other)
    refuse_if_closed(kept)
    _refuse_if_hindered(merged, kept)
    _refuse_if_waiting(merged)
    return _ask(MERGE, merged, kept, State.ASKED, by=by, ground=ground)


@action
def propose_undoing(case: Case, *, by: User, ground: str) -> Proposal:
    """Ask a second person to let this file stand by itself again."""
    require_on_case(by, Act.WRITE_CASE, case.pk)
    case, merging = case_with(case.pk), there(merging_of(case))
    other = there(other_file(by, merging.other_id, Act.WRITE_CASE))
    _refuse_if_waiting(case)
    return _ask(UNDO, case, other, State.UNDO_ASKED, by=by, ground=ground)


def _ask(kind: str, case: Case, other: Case, state: State, *, by: User, ground: str) -> Proposal:
    step, reason = _step(case, other, state, by=by, ground=ground), Merging.Ground(ground).label
    return propose(kind, by=by, subject=step.pk, case=case.pk, reason=str(reason))


def _refuse_if_hindered(merged: Case, kept: Case) -> None:
    refuse(
        merge_hindrance(
            merged=bool(merging_of(merged)), kept_is_merged=bool(merging_of(kept)),
            holds_others=merged_into(merged).exists(),
        )
    )  # fmt: skip


def _refuse_if_waiting(case: Case) -> None:
    if waits_for_a_second(case):
        refuse(waits())


def _step(case: Case, other: Case, state: State, *, by: User, ground: str) -> Merging:
    last = last_merging(case)
    row = Merging(
        case=case, other=other, number=last.number + 1 if last else 1, state=state, ground=ground,
        at=clock.now(), by=by,
    )  # fmt: skip
    return keep(row, f"merging: {state}", by=by, purpose=ground)


def _merge(proposal: Proposal, by: User) -> None:
    _carry_out(proposal, State.MERGED, by)


def _undo(proposal: Proposal, by: User) -> None:
    _carry_out(proposal, State.UNDONE, by)


def _carry_out(proposal: Proposal, state: State, by: User) -> None:
    """As the second person, who needs the same right on both files."""
    asked = merging_with(proposal.subject)
    require_on_case(by, Act.AGREE_CLOSING, asked.other_id)
    case, other = case_with(asked.case_id), case_with(asked.other_id)
    if state == State.MERGED:
        _refuse_if_hindered(case, other)
    _step(case, other, state, by=by, ground=asked.ground)
    announce(case)
    record(f"merging: {state}", by=by, case=other.pk, thing=asked)


def _merge_says(proposal: Proposal) -> str:
    asked = merging_seen(proposal.subject)
    return _(
        "Two files are about one person: %(file)s is continued in %(other)s. Nothing more is"
        " written in it, and the person is counted once. It can be undone by two."
    ) % {
        "file": reference_of(proposal.case_id),
        "other": reference_of(asked.other_id if asked else None),
    }  # fmt: skip


def _undo_says(proposal: Proposal) -> str:
    return _(
        "The file %(file)s is as it was before it was merged, in every row, and is counted again."
    ) % {"file": reference_of(proposal.case_id)}


def _files(proposal: Proposal) -> list[Row]:
    asked = merging_seen(proposal.subject)
    return both(proposal.case_id, asked.other_id if asked else None)


def kinds() -> tuple[Kind, Kind]:
    return (
        Kind(
            MERGE, gettext_lazy("Continue a file in another one"), Act.WRITE_CASE,
            Act.AGREE_CLOSING, _merge,
            _merge_says, shows=_files,
        ),
        Kind(
            UNDO, gettext_lazy("Let a merged file stand by itself again"), Act.WRITE_CASE,
            Act.AGREE_CLOSING, _undo,
            _undo_says, shows=_files,
        ),
    )  # fmt: skip
