"""Reading evidence: a purpose and an audit row each time, as with what is sealed in a file."""

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require_on_case
from amparo.cases.actions.opening import Written
from amparo.cases.pages.opening import Told
from amparo.justice.dossiers.pages import DossierPage, Evidence
from amparo.justice.models import Dossier, OfDossier
from amparo.justice.queries import rows_of
from amparo.people.models import User
from amparo.vault.actions import Opened, open_things
from amparo.vault.models import Compartment


@action
def open_evidence(dossier: Dossier, page: DossierPage, *, by: User, purpose: str) -> list[Told]:
    """Every sealed text of the page, newest first. Raises Refused."""
    require_on_case(by, Act.OPEN_EVIDENCE, dossier.pk)
    refuse_if_erased(dossier)
    rows = sealed_rows(dossier, page.evidence)
    if not rows:
        return []
    things = [row.pk for row in rows]
    opened = open_things(dossier.pk, Compartment.EVIDENCE, things, by=by, purpose=purpose)
    found = [
        Told(page.words[written.kind], written)
        for row in rows
        for written in _texts(row, page.evidence[type(row)], opened[row.pk])
    ]
    return sorted(found, key=lambda told: told.written.at, reverse=True)


def refuse_if_erased(dossier: Dossier) -> None:
    """Whoever investigates is told so: they see no certificate of the file."""
    if dossier.erased:
        raise Refused(_("The file was erased: nothing of its dossier can be opened any more."))


def sealed_rows(dossier: Dossier, columns: Evidence) -> list[OfDossier]:
    """Those in which something is sealed."""
    return [
        row
        for model, fields in columns.items()
        for row in rows_of(model, dossier)
        if any(getattr(row, field) for field in fields)
    ]


def _texts(row: OfDossier, fields: tuple[str, ...], opened: Opened) -> list[Written]:
    return [
        Written(
            row.pk, str(row.by), row.at, row.in_words(opened.read(row, field)), (),
            f"{row._meta.model_name}.{field}",
        )
        for field in fields
        if getattr(row, field)
    ]  # fmt: skip
