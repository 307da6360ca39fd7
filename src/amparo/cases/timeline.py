"""What happened to a case, gathered from every room that knows something of it."""

from collections.abc import Callable

from amparo.cases.models import Case
from amparo.design.parts import Entry

Source = Callable[[Case], list[Entry]]
_sources: list[Source] = []


def register(source: Source) -> None:
    _sources.append(source)


def timeline(case: Case, kind: str = "") -> list[Entry]:
    """Newest first; `kind` keeps one kind of entry."""
    entries = [entry for source in _sources for entry in source(case)]
    kept = [entry for entry in entries if not kind or entry.kind == kind]
    return sorted(kept, key=lambda entry: entry.moment, reverse=True)
