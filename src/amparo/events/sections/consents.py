"""Consents narrowed or withdrawn: rows of the file itself, shown here with what they stopped."""

from django.urls import reverse
from django.utils.translation import gettext as _

from amparo.access.policy import Act, may
from amparo.cases.consents.models import Consent, Withdrawal
from amparo.cases.consents.queries import consents_of, live_consents, units_closed_at
from amparo.cases.pages.parts import Reader, Section, Way
from amparo.cases.queries import rows_of
from amparo.design import tokens
from amparo.design.parts import Row
from amparo.events.words import SIDES
from amparo.people.codes import label


def section(reader: Reader) -> Section:
    ends = list(rows_of(Withdrawal, reader.case).select_related("consent").newest_first())
    return Section(
        _("Consent narrowed or withdrawn"), "ban", [line for row in ends for line in _end(row)],
        _("No consent was narrowed or withdrawn."), _ways(reader),
    )  # fmt: skip


def _end(row: Withdrawal) -> list[Row]:
    purpose = {"purpose": label("consent_purposes", row.consent.purpose)}
    smaller = _smaller(row)
    said = _("Narrowed: %(purpose)s") if smaller else _("Withdrawn: %(purpose)s")
    lost = ", ".join(unit.name for unit in units_closed_at(row.case_id, row.at))
    stops = _("Sharing with: %(units)s.") % {"units": lost} if lost else _("Nothing was shared.")
    return [
        Row(tokens.moment(row.at), said % purpose),
        Row(SIDES["stops"], stops),
        Row(SIDES["starts"], _("The narrower consent.") if smaller else _("Nothing.")),
        Row(SIDES["tells"], _("Nobody: what they were told before is not called back by itself.")),
    ]


def _smaller(row: Withdrawal) -> Consent | None:
    """The consent that was written in the same breath, where it was narrowed."""
    after = consents_of(row.case).filter(purpose=row.consent.purpose, at__gte=row.consent.at)
    return after.filter(at__lte=row.at).exclude(pk=row.consent_id).last()


def _ways(reader: Reader) -> list[Way]:
    if not reader.writes or not may(reader.standing, Act.WRITE_CASE):
        return []
    ways = [
        Way(
            _("End a consent: %(purpose)s") % {"purpose": label("consent_purposes", row.purpose)},
            reverse("cases:end_consent", args=[reader.case.reference, row.pk]),
        )
        for row in live_consents(reader.case)
    ]
    return [*ways, Way(_("Who holds what"), reverse("cases:holders", args=[reader.case.reference]))]
