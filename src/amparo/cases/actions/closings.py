"""Closing a file, and opening it again: one person proposes it, a second one agrees (I12)."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require_on_case
from amparo.access.two_persons import Kind, Proposal, propose
from amparo.access.two_persons.queries import waiting_for
from amparo.audit.actions import record
from amparo.cases import guards
from amparo.cases.actions.steps import facts, step
from amparo.cases.files import file_of
from amparo.cases.machine import State, Track, allowed
from amparo.cases.models import Case, Closing
from amparo.cases.queries import case_with, closing_with, reference_of
from amparo.methods import clock
from amparo.people.codes import label
from amparo.people.models import User

CLOSE = "close_file"
REOPEN = "reopen_file"


@action
def propose_closing(case: Case, *, by: User, reason: str, note: str = "") -> Proposal:
    """Ask a second person to close the file; `note`: how the person leaves and may come back."""
    return _propose(case, State.CLOSED, by=by, reason=reason, note=note)


@action
def propose_reopening(case: Case, *, by: User, reason: str, note: str = "") -> Proposal:
    """Ask a second person to open a closed file again, for what has come to be known since."""
    return _propose(case, State.REOPENED, by=by, reason=reason, note=note)


def _propose(case: Case, state: State, *, by: User, reason: str, note: str) -> Proposal:
    require_on_case(by, Act.CLOSE, case.pk)
    case = case_with(case.pk)
    if not allowed(Track.IDENTIFICATION, case.identification, state):
        raise Refused(
            _("The file says “%(now)s”: it can be neither closed nor reopened now.")
            % {"now": case.get_identification_display()}
        )
    guards.refuse_if_hindered(case, state)
    if any(waiting_for(kind, row.pk) for row in case.closing_set.all() for kind in (CLOSE, REOPEN)):
        raise Refused(_("This waits for a second person already."))
    row = Closing(case=case, state=state, reason=reason, at=clock.now(), by=by)
    if note:
        facts(case, by=by).write(row, "note", note)
    row.save(force_insert=True)
    record(f"proposed to be {state}", by=by, case=case.pk, thing=row, purpose=reason)
    kind = CLOSE if state == State.CLOSED else REOPEN
    return propose(kind, by=by, subject=row.pk, case=case.pk, reason=_words(row))


def _words(row: Closing) -> str:
    return label(
        "closure_reasons" if row.state == State.CLOSED else "reopening_reasons", row.reason
    )


def carry_out(proposal: Proposal, by: User) -> None:
    """As the second person; support that is still open ends with the file."""
    row = closing_with(proposal.subject)
    step(
        row.case, Track.IDENTIFICATION, State(row.state), by=by, reason=row.reason,
        proposal=proposal,
    )  # fmt: skip
    case = case_with(row.case_id)
    if row.state == State.CLOSED and allowed(Track.SUPPORT, case.support, State.ENDED):
        step(case, Track.SUPPORT, State.ENDED, by=proposal.by, reason=row.reason)


def kinds() -> tuple[Kind, Kind]:
    return (
        Kind(
            CLOSE, gettext_lazy("Close a file"), Act.CLOSE, Act.AGREE_CLOSING, carry_out,
            lambda proposal: _(
                "The file %(file)s is closed, and support that is still open ends with it. It may"
                " be opened again by two persons."
            ) % {"file": reference_of(proposal.case_id)},
            shows=file_of,
        ),
        Kind(
            REOPEN, gettext_lazy("Open a closed file again"), Act.CLOSE, Act.AGREE_CLOSING,
            carry_out,
            lambda proposal: _(
                "The file %(file)s is open again, to be referred anew or closed. Nothing in it is"
                " lost."
            ) % {"file": reference_of(proposal.case_id)},
            shows=file_of,
        ),
    )  # fmt: skip
