"""Organisations that a file names and nobody knew: each with one unit, in which nobody works yet.

A unit gives nobody a right: that takes a place in it, which two persons give (ADR 59).
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from django.utils.text import slugify

from amparo.directory.imports import bulk
from amparo.directory.imports.drafts import Line
from amparo.directory.imports.units import Units
from amparo.people.models import Mandate, Organisation, Unit

KIND = "service_provider"


class Maker:
    def __init__(self) -> None:
        self.made: dict[str, list[str]] = {"organisations": [], "units": []}

    def units_of(self, lines: Sequence[Line], units: Units) -> list[UUID]:
        """The unit of each; those that are missing are made."""
        organisations: list[dict[str, Any]] = []
        made: list[dict[str, Any]] = []
        for line in lines:
            if units.find(line.draft) is not None:
                continue
            name = str(line.draft["organisation"])
            found = units.organisation(line.draft)
            if found is None:
                organisations.append(_named(Organisation, name, kind=KIND))
                found = organisations[-1]["id"]
            mandates = [Mandate.SERVICE_PROVIDER.value]
            made.append(_named(Unit, name, organisation_id=found, mandates=mandates))
            units.add(made[-1]["id"], found, name)
        bulk.insert(Organisation, organisations)
        bulk.insert(Unit, made)
        self.made["organisations"] += [str(row["id"]) for row in organisations]
        self.made["units"] += [str(row["id"]) for row in made]
        return [unit for line in lines if isinstance(unit := units.find(line.draft), UUID)]


def _named(model: type[Organisation] | type[Unit], name: str, **fields: Any) -> dict[str, Any]:
    key = uuid4()
    slug = f"{slugify(name)[:60] or 'organisation'}-{str(key)[:8]}"
    return bulk.values(model, {"id": key, "slug": slug, "name_en": name, "name_fr": name, **fields})
