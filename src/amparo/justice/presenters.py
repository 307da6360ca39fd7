"""What the pages on proceedings, on non-punishment and of a dossier say."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from amparo.access.policy import Standing
from amparo.cases.counting import capped
from amparo.cases.models import Case
from amparo.cases.pages.parts import Reader
from amparo.design.parts import Row, Task, Words
from amparo.justice.deeds import NON_PUNISHMENT, PAGE
from amparo.justice.models import Allegation, Dossier
from amparo.justice.queries.non_punishment import allegations_seen_by
from amparo.justice.sections import (
    claims,
    due,
    handing,
    hearings,
    judgments,
    non_punishment,
    proceedings,
    protection,
)
from amparo.people.codes import label
from amparo.people.models import User


def page(reader: Reader) -> dict[str, Any]:
    shared = (proceedings, hearings, judgments, protection)
    return {
        "steps": [*due.tasks(reader), *hearings.tasks(reader)],
        "sections": [
            handing.section(reader),
            *(part.section(reader) for part in shared),
            claims.section(reader),
        ],
    }


def tasks(case: Case, standing: Standing) -> list[Task]:
    """What proceedings ask of this reader now, on the case page."""
    reader = Reader(case, standing, PAGE)
    return [*due.tasks(reader), *hearings.tasks(reader)] if reader.writes else []


def non_punishment_page(reader: Reader) -> dict[str, Any]:
    return {
        "steps": non_punishment.tasks(reader),
        "sections": non_punishment.sections(reader),
    }


def non_punishment_tasks(case: Case, standing: Standing) -> list[Task]:
    reader = Reader(case, standing, NON_PUNISHMENT)
    return non_punishment.tasks(reader) if reader.writes else []


def facts(dossier: Dossier) -> list[Row]:
    """What may be told of the person without opening anything."""
    return [
        Row(_("Identification"), dossier.get_identification_display()),
        Row(_("Treated as a child"), _("yes") if dossier.child else _("no")),
        Row(_("Suspected exploitation"), ", ".join(label("forms", code) for code in dossier.forms)),
    ]


@dataclass(frozen=True)
class Held:
    """Something that is held against a person, on the list of what has not ended."""

    reference: str
    href: str
    acts: Words
    stands: str
    since: datetime
    duty: Words


def open_allegation(row: Allegation) -> Held:
    return Held(
        row.case.reference,
        NON_PUNISHMENT.href(row.case),
        non_punishment.named(row),
        label("allegation_stages", row.stage),
        row.at,
        non_punishment.next_duty(row),
    )


def home(user: User) -> dict[str, Any]:
    """How many there are, and the way to them."""
    return {"waiting": capped(allegations_seen_by(user))}
