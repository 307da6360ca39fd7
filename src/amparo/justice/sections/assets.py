from django.utils.translation import gettext as _

from amparo.cases.pages.parts import Section, Way
from amparo.design.parts import Row
from amparo.design.tokens import day_in_words, sum_in_words
from amparo.justice.dossiers.pages import DossierReader
from amparo.justice.models import Asset
from amparo.justice.queries.assets import assets_of, last_step
from amparo.justice.rules import ASSET_ORDER
from amparo.people.codes import label


def section(reader: DossierReader) -> Section:
    rows = assets_of(reader.dossier)
    return Section(
        _("Assets"), "building", list(map(_row, rows)),
        _("Nothing is frozen or confiscated. What is can pay what the person is owed."),
        [*reader.ways("asset"), *(way for row in rows for way in _follow(reader, row))],
    )  # fmt: skip


def _row(row: Asset) -> Row:
    last = last_step(row)
    stands = _("%(state)s since %(day)s") % {
        "state": last.get_state_display(), "day": day_in_words(last.day),
    } if last else ""  # fmt: skip
    said = f"{sum_in_words(row.value, row.currency)}; {stands}."
    return Row(label("asset_kinds", row.kind), said)


def _follow(reader: DossierReader, row: Asset) -> list[Way]:
    last = last_step(row)
    if last is None or last.state not in ASSET_ORDER:
        return []
    title = _("Record what happened: %(asset)s") % {"asset": label("asset_kinds", row.kind)}
    return reader.way("asset-step", row.pk, title)
