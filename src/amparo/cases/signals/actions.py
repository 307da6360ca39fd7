from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.actions import OWN_RECORD, share
from amparo.access.policy import THE_FILE, Act, Recipient
from amparo.access.standing import Refused, require_on_case, unit_for
from amparo.audit.actions import record
from amparo.cases.actions.files import begin
from amparo.cases.actions.steps import step
from amparo.cases.machine import State, Track
from amparo.cases.models import AgeStatus, Case, Signal
from amparo.cases.pseudonyms import pseudonym
from amparo.cases.queries import case_with, next_reference
from amparo.methods import clock
from amparo.people.models import User
from amparo.screening import actions as screenings
from amparo.screening.models import Screening


@action
def note_signal(
    *,
    by: User,
    key: UUID,
    channel: str,
    danger: bool,
    region: str = "",
    account: str = "",
    safe_contact: str = "",
    identity: Mapping[str, str] | None = None,
) -> Case:
    """Begin a file with a signal; `key` is the form's, and becomes the file's id.

    `identity`: what is known of who it is. Nobody's age is known yet, so the child route stands
    open. May raise Refused.
    """
    unit = unit_for(by, Act.OPEN_FILE)
    share(key, unit, THE_FILE, by=by, under=OWN_RECORD, recipient=Recipient.OWN)
    for act in (Act.OPEN_FILE, Act.WRITE_IDENTITY):
        require_on_case(by, act, key)
    case = Case(
        id=key, reference=next_reference(), pseudonym=pseudonym(key), unit=unit,
        opened_at=clock.now(), region=region or unit.region, sex="U",
        age_status=AgeStatus.NOT_SURE,
    )  # fmt: skip
    told = {**(identity or {}), "safe_contact": safe_contact}
    begin(case, by=by, identity=told, account=account)
    row = Signal(case=case, channel=channel, danger=danger, at=clock.now(), by=by)
    row.save(force_insert=True)
    record("noted a signal", by=by, case=case.pk, thing=row, purpose=channel)
    step(case, Track.IDENTIFICATION, State.SIGNAL, by=by)
    return case_with(case.pk)


@action
def screen(case: Case, *, by: User, key: UUID) -> Screening:
    """Begin the screening of a file that a signal opened. May raise Refused."""
    require_on_case(by, Act.OPEN_FILE, case.pk)
    if case_with(case.pk).identification != State.SIGNAL:
        raise Refused(_("This file has its screening already."))
    return screenings.start(by=by, key=key, case=case.pk)
