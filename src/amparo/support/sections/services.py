from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.policy import Act, may
from amparo.cases.pages.parts import Reader, Section, Way, step
from amparo.design.parts import Row, Task
from amparo.people.codes import label
from amparo.referrals.models import Offer
from amparo.support.models import ServiceFeedback, ServiceStep
from amparo.support.queries import feedback, service_steps, taken_offers
from amparo.support.words import yes

State = ServiceStep.State


def section(reader: Reader) -> Section:
    case = reader.case
    taken, steps, said = taken_offers(case), service_steps(case), feedback(case)
    rows: list[Row] = []
    for offer in taken:
        rows.append(Row(offer.service.name, _stands(steps.get(offer.pk))))
        if reads_feedback(reader) and (words := said.get(offer.pk)):
            rows.append(Row(_("What the person says of it"), _feedback(words)))
    ways = [way for offer in taken for way in _ways(reader, offer)]
    return Section(
        _("Services"), "heart-handshake", rows, _("No service has accepted the person yet."),
        ways, _step(reader, taken, steps, said),
    )  # fmt: skip


def reads_feedback(reader: Reader) -> bool:
    """A service does not read what the person says of it: whoever opens accounts does."""
    return may(reader.standing, Act.OPEN_ACCOUNT)


def _ways(reader: Reader, offer: Offer) -> list[Way]:
    name = {"service": offer.service.name}
    return [
        *reader.way("service", offer.pk, _("%(service)s: record what came of it") % name),
        *reader.way("feedback", offer.pk, _("%(service)s: what the person says") % name),
    ]


def _stands(row: ServiceStep | None) -> str:
    if row is None:
        return _("accepted; not begun yet")
    if row.reason:
        return f"{row.get_state_display()}. {label('service_ends', row.reason)}"
    return row.get_state_display()


def _feedback(row: ServiceFeedback) -> str:
    return _("Useful: %(useful)s. Feels safe: %(safe)s. Feels respected: %(respected)s.") % {
        "useful": row.get_useful_display(), "safe": yes(row.safe),
        "respected": yes(row.respected),
    }  # fmt: skip


def unsafe(reader: Reader) -> list[Task]:
    """A service where the person does not feel safe, and that goes on."""
    case = reader.case
    steps, said = service_steps(case), feedback(case)
    return [
        Task(
            _("The person does not feel safe in a service"), way.href, offer.service.name,
            None, "", "danger",
        )
        for offer in taken_offers(case)
        if (words := said.get(offer.pk)) and not words.safe and _goes_on(steps.get(offer.pk))
        for way in reader.way("service", offer.pk)
    ]  # fmt: skip


def _goes_on(row: ServiceStep | None) -> bool:
    return row is None or row.state == State.STARTED


def _step(
    reader: Reader, taken: list[Offer], steps: dict[UUID, ServiceStep],
    said: dict[UUID, ServiceFeedback],
) -> Task:  # fmt: skip
    title = _("Services")
    if not taken:
        return step(title, _("none yet"), "plain", [])
    if reads_feedback(reader) and (told := unsafe(reader)):
        return Task(title, told[0].href, told[0].note, None, _("not safe for the person"), "danger")
    waiting = [offer for offer in taken if offer.pk not in steps]
    if waiting:
        ways = reader.way("service", waiting[0].pk)
        return step(title, _("to begin"), "warn", ways, note=waiting[0].service.name)
    unasked = [offer for offer in taken if offer.pk not in said]
    if unasked and reads_feedback(reader):
        ways = reader.way("feedback", unasked[0].pk)
        return step(title, _("ask the person"), "info", ways, note=unasked[0].service.name)
    return step(title, _("recorded"), "good", [])
