"""Bringing files in: all of a batch or none, each once, each as a signal of this unit.

A signal and not a screening (ADR 61): nobody here has asked the person anything yet, and a state
of our tracks that somebody else reached would be a decision that nobody here took.
"""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.actions import OWN_RECORD, share
from amparo.access.policy import Act, Purpose, Recipient
from amparo.access.standing import Refused, require_on_case, unit_for
from amparo.audit.actions import record as log
from amparo.cases.actions.files import add_account, begin
from amparo.cases.actions.steps import step
from amparo.cases.machine import State, Track
from amparo.cases.models import Case, Signal
from amparo.cases.pages.writing import keep
from amparo.cases.pseudonyms import pseudonym
from amparo.cases.queries import case_with, next_reference
from amparo.exchange import kept
from amparo.exchange.arriving.drafts import Draft
from amparo.exchange.arriving.looking import Look, digest_of
from amparo.exchange.formats.writing import KEY
from amparo.exchange.models import Batch, Origin, SourceKey
from amparo.methods import clock
from amparo.people.models import Unit, User

CHANNEL = "other_system"


# Whoever looks for persons who have two files is told which are new, and by whom they came.
class Told(Protocol):
    def __call__(self, cases: Sequence[Case], /, *, by: User) -> object: ...


_told: list[Told] = []


def subscribe(tell: Told) -> None:
    """Have `tell` called with the new files of a batch and who brought them, once they stand."""
    if tell not in _told:
        _told.append(tell)


@action
def bring_in(look: Look, *, by: User, key: UUID) -> Batch:
    """Open a file for each record that is not here yet. Raises Refused, and then none is opened."""
    if look.faults:
        raise Refused(_("Mend what is listed first: nothing was brought in."))
    if not look.new:
        raise Refused(_("Every file of it was brought in before: nothing has changed."))
    unit = unit_for(by, Act.OPEN_FILE)
    batch = Batch(
        id=key, unit=unit, source=look.package.source, files=len(look.new), by=by, at=clock.now()
    )
    batch.save(force_insert=True)
    log("brought files in", by=by, thing=batch)
    cases = [_open(draft, batch, unit, by=by) for draft in look.new]
    for tell in _told:
        tell(cases, by=by)
    return batch


def _open(draft: Draft, batch: Batch, unit: Unit, *, by: User) -> Case:
    case, facts = _case(draft, unit), draft.facts
    share(case.pk, unit, Purpose, by=by, under=OWN_RECORD, recipient=Recipient.OWN)
    for act in (Act.OPEN_FILE, Act.WRITE_IDENTITY):
        require_on_case(by, act, case.pk)
    first, *more = [*draft.accounts, ""] if draft.accounts else ["", ""]
    elsewhere = kept.as_text(draft.left_over("identity"))
    begin(case, by=by, identity={**facts.identity, "elsewhere": elsewhere}, account=first)
    for text in filter(None, more):
        add_account(case, text, by=by)
    Signal(case=case, channel=CHANNEL, danger=False, at=clock.now(), by=by).save(force_insert=True)
    say_where_from(case, draft, batch, by=by)
    step(case, Track.IDENTIFICATION, State.SIGNAL, by=by)
    return case_with(case.pk)


def say_where_from(case: Case, draft: Draft, batch: Batch, *, by: User) -> None:
    cells = {KEY: draft.record.id, **draft.left_over("facts", "written", "services")}
    origin = Origin(case=case, batch=batch, source=batch.source, at=clock.now(), by=by)
    keep(origin, "brought in a file", by=by, kept=kept.as_text(cells))
    digest = digest_of(batch.source, draft.record.id)
    try:
        with transaction.atomic():
            SourceKey(case=case, unit=batch.unit, digest=digest).save(force_insert=True)
    except IntegrityError as error:  # somebody of the unit sent the same files a moment before
        raise Refused(_("These files are being brought in already: look again.")) from error


def _case(draft: Draft, unit: Unit) -> Case:
    key, facts = uuid4(), draft.facts
    return Case(
        id=key, reference=next_reference(), pseudonym=pseudonym(key), unit=unit,
        opened_at=clock.now(), region=facts.region or unit.region, sex=facts.sex,
        age_status=facts.age_status, languages=list(facts.languages),
        dependants=facts.dependants, forms=list(facts.forms),
    )  # fmt: skip
