from django.utils.translation import gettext as _

from amparo.cases.pages.parts import Reader, Section
from amparo.design import tokens
from amparo.design.parts import Row
from amparo.justice.queries import investigators_of
from amparo.people.country import day_of


def section(reader: Reader) -> Section:
    rows = [
        Row(grant.unit.name, tokens.day(day_of(grant.since)))
        for grant in investigators_of(reader.case)
    ]
    return Section(
        _("Who investigates, and since when"), "users", rows,
        _("Nobody has been told: support does not wait for that."), reader.ways("hand-over"),
    )  # fmt: skip
