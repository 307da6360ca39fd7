"""A dossier's evidence as CASE: what was opened of it, in the terms of the ontology."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import override

from amparo.evidence.actions.items import Told
from amparo.evidence.models import Custody
from amparo.justice.models import Dossier
from amparo.methods.case_uco import Bundle, Exhibit, Step, as_graph
from amparo.people.codes import label


def as_case(dossier: Dossier, told: Iterable[Told], *, made_at: datetime) -> dict[str, Any]:
    """The names of entries are English in every list, so that two lists are the same."""
    with override("en"):
        exhibits = [_exhibit(each) for each in told]
    return as_graph(Bundle(dossier.pk, dossier.reference, made_at, "Made by Amparo", exhibits))


def _exhibit(told: Told) -> Exhibit:
    item, words = told.item, told.words
    return Exhibit(
        item.pk, str(item.number), words["description"], words["name"], int(words["size"]),
        words["digest"], told.custody[0][0].when,
        [_step(row, said) for row, said in told.custody],
    )  # fmt: skip


def _step(row: Custody, said: Mapping[str, str]) -> Step:
    reason = " ".join(filter(None, [said["reason"], said["bag"] and f"(bag {said['bag']})"]))
    return Step(
        row.pk, label("custody_kinds", row.kind), row.when, row.at, str(row.by), said["giver"],
        said["receiver"], said["place"], reason, bytes(row.digest).hex(),
    )  # fmt: skip
