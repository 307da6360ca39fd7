"""Which unit runs a service that a file names by its organisation, or which must be made for it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from amparo.directory.imports.queries import organisations, units_by_name
from amparo.directory.imports.values import Value, Wrong, plain
from amparo.people.models import Mandate


class Units:
    def __init__(self) -> None:
        self.by_slug: dict[str, UUID] = {}
        self.runs: set[UUID] = set()
        self.organisations: dict[str, UUID] = {}
        self.providers: dict[UUID, list[UUID]] = {}
        for pk, *called in organisations():
            self._call(pk, *called)
        for pk, slug, mandates, organisation, *_names in units_by_name():
            self.by_slug[slug] = pk
            if Mandate.SERVICE_PROVIDER in mandates:
                self.add(pk, organisation)

    def add(self, unit: UUID, organisation: UUID, name: str = "") -> None:
        """A unit that runs services."""
        self.runs.add(unit)
        self.providers.setdefault(organisation, []).append(unit)
        if name:
            self._call(organisation, name)

    def organisation(self, draft: Mapping[str, Value]) -> UUID | None:
        return self.organisations.get(plain(str(draft.get("organisation") or "")))

    def find(self, draft: Mapping[str, Value]) -> UUID | Wrong | None:
        """None: it must be made."""
        if slug := str(draft.get("unit") or ""):
            unit = self.by_slug.get(slug)
            if unit in self.runs:
                return unit
            if unit or not draft.get("organisation"):
                return Wrong.UNIT
        organisation = self.organisation(draft)
        running = self.providers.get(organisation, []) if organisation else []
        if len(running) > 1:
            return Wrong.UNITS
        return running[0] if running else None

    def is_another(self, draft: Mapping[str, Value], unit: UUID) -> bool:
        """Whether the file clearly names another one than the unit that runs the service."""
        if slug := str(draft.get("unit") or ""):
            return self.by_slug.get(slug, unit) != unit
        organisation = self.organisation(draft)
        return organisation is not None and unit not in self.providers.get(organisation, [unit])

    def _call(self, organisation: UUID, *names: Any) -> None:
        for name in names:
            self.organisations.setdefault(plain(str(name)), organisation)
