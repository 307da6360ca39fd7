from django.utils.translation import gettext as _

from amparo.cases.pages.parts import Section, Way
from amparo.design.parts import Row
from amparo.justice.dossiers.pages import DossierReader
from amparo.justice.models import Offender
from amparo.justice.queries.offenders import offenders_of, same_offenders
from amparo.people.codes import label


def section(reader: DossierReader) -> Section:
    rows = offenders_of(reader.dossier)
    same = same_offenders(reader.dossier, reader.standing)
    return Section(
        _("Alleged offenders"), "users", [_row(row, same.get(row.pk, [])) for row in rows],
        _("Nobody is named yet. An allegation is no finding."),
        [*reader.ways("offender"), *(way for row in rows for way in _same(reader, row))],
    )  # fmt: skip


def _row(row: Offender, same: list[Offender]) -> Row:
    kind = _("a firm or another body") if row.legal_person else _("a person")
    said = _("%(role)s; %(relation)s; %(kind)s.") % {
        "role": label("offender_roles", row.role),
        "relation": label("offender_relations", row.relation),
        "kind": kind,
    }
    links = [
        _("Taken for %(pseudonym)s of dossier %(reference)s.")
        % {"pseudonym": other.pseudonym, "reference": other.dossier.reference}
        for other in same
    ]
    return Row(row.pseudonym, " ".join([said, *links]))


def _same(reader: DossierReader, row: Offender) -> list[Way]:
    title = _("%(pseudonym)s is in another dossier too") % {"pseudonym": row.pseudonym}
    return reader.way("same", row.pk, title)
