"""Help at once: it waits for no assessment, no plan and no decision (S1)."""

from django.urls import reverse
from django.utils.translation import gettext as _

from amparo.access.policy import Act, may
from amparo.cases.machine import State
from amparo.cases.pages.parts import Reader, Section, Way, step
from amparo.design.parts import Row, Task
from amparo.referrals import words
from amparo.referrals.models import Need
from amparo.support.queries import needs_with_offers

HELD = (State.PLACED, State.ASSESSED, State.PLANNED, State.IN_COURSE, State.INCLUSION)


def section(reader: Reader) -> Section:
    open_needs = [need for need in needs_with_offers(reader.case) if need.met_at is None]
    if reader.case.support == State.ENDED:
        open_needs = []
    return Section(
        _("Help at once"), "bed", [_row(need) for need in open_needs],
        _("Nothing is being sought. A place, food or a doctor wait for no decision."),
        seeking(reader), _step(reader, open_needs),
    )  # fmt: skip


def seeking(reader: Reader) -> list[Way]:
    """The way to a referral of its own, for whoever may seek a place."""
    if not reader.writes or not may(reader.standing, Act.FIND_PLACE):
        return []
    href = reverse("referrals:need", args=[reader.case.reference])
    return [Way(_("Record a need and find a service"), href)]


def _row(need: Need) -> Row:
    return Row(words.headline(need), asked(need))


def asked(need: Need) -> str:
    """Where the search for a service stands."""
    if not (offers := list(need.offers.all())):
        return _("Nobody was asked yet.")
    last = offers[0]
    return _("%(service)s: %(state)s.") % {
        "service": last.service.name, "state": words.STATES[last.state],
    }  # fmt: skip


def _step(reader: Reader, open_needs: list[Need]) -> Task:
    title, ways = _("Help at once"), seeking(reader)
    if open_needs:
        return step(
            title, _("being sought"), "warn", ways, note=words.headline(open_needs[0])
        )  # fmt: skip
    if reader.case.support in HELD:
        return step(title, _("given"), "good", ways)
    return step(title, _("nothing asked for"), "info", ways, note=_("Waits for no decision"))
