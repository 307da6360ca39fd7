from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.actions import share
from amparo.access.policy import IDENTIFICATION, THE_FILE, Act, Recipient
from amparo.access.restriction.guard import refuse_if_restricted
from amparo.access.standing import Refused, require_on_case
from amparo.cases.actions.steps import step
from amparo.cases.consents.actions import stands_for
from amparo.cases.machine import State, Track
from amparo.cases.models import Case, Status
from amparo.cases.notifications.actions import notify
from amparo.cases.queries import case_with
from amparo.people.models import Unit, User

UNDER_WAY = (State.RECEIVED, State.PRESUMED, State.REFLECTION)
SUPPORT = "support"


@action
def refer(case: Case, *, by: User) -> Status:
    """Send the file to the national bureau; starts its clocks (S0 ¶5)."""
    refuse_if_restricted(case.pk)
    _refuse_without_basis(case)
    return step(case, Track.IDENTIFICATION, State.REFERRED, by=by)


def _refuse_without_basis(case: Case) -> None:
    if not stands_for(case, IDENTIFICATION):
        raise Refused(
            _("Record the person's consent to identification, or the ground that replaces it.")
        )


@action
def receive(case: Case, *, by: User, authority: Unit, manager: Unit) -> Status:
    """Acknowledge the file, and share it with who decides and with who looks after the person."""
    status = step(case, Track.IDENTIFICATION, State.RECEIVED, by=by)
    _share_with(case, authority, manager, by=by)
    return status


@action
def share_again(case: Case, *, by: User, authority: Unit, manager: Unit) -> None:
    """Let somebody in anew, once a later consent stands in the place of one that ended."""
    require_on_case(by, Act.RECEIVE, case.pk)
    if case_with(case.pk).identification not in UNDER_WAY:
        raise Refused(_("A file is shared by the bureau only while its identification runs."))
    _refuse_without_basis(case)
    _share_with(case, authority, manager, by=by)


def _share_with(case: Case, authority: Unit, manager: Unit, *, by: User) -> None:
    """Under the consent that each hangs on; who looks after the person may have two."""
    for unit in (authority, manager):
        share(case.pk, unit, THE_FILE, by=by, under=IDENTIFICATION, recipient=Recipient.BUREAU)
    if stands_for(case, SUPPORT):
        share(case.pk, manager, THE_FILE, by=by, under=SUPPORT, recipient=Recipient.SERVICES)


@action
def end_without_referral(case: Case, outcome: State, *, by: User, reason: str) -> Status:
    """The adult refuses: nothing is sent, or only a notice without identity.

    A signal that came to nothing ends here too: nobody was met whose age could be in doubt.
    """
    empty = case.identification == State.SIGNAL and reason == "no_signs"
    if case.treated_as_child and not empty:
        raise Refused(_("A child, or a person whose age is not sure, is always referred."))
    status = step(case, Track.IDENTIFICATION, outcome, by=by, reason=reason)
    if outcome == State.NOTIFIED:
        notify(case, reason)
    return status


@action
def withdraw(case: Case, *, by: User, reason: str) -> Status:
    """End the identification at an adult's word; a child's protection does not hang on it."""
    if case.treated_as_child:
        raise Refused(_("A child, or a person whose age is not sure, stays protected: hear them."))
    return step(case, Track.IDENTIFICATION, State.WITHDRAWN, by=by, reason=reason)
