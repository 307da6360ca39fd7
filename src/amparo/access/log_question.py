"""A question to the log in ids and codes: it means the same whatever is closed or renamed since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from amparo.access.log_words import action_words, code_words
from amparo.audit.models import Decision
from amparo.audit.names import mark_of
from amparo.audit.queries import EntryQuerySet, entries
from amparo.people.queries import users_by_id

LABELS: dict[str, str | Promise] = {
    "person": _("Person"),
    "case": _("File"),
    "action": _("Act"),
    "purpose": _("Purpose of opening"),
    "decision": _("Decided"),
    "since": _("From"),
    "until": _("Until"),
}


@dataclass(frozen=True)
class Question:
    person: UUID | None = None
    case: UUID | None = None
    action: str = ""
    purpose: str = ""
    decision: str = ""
    since: date | None = None
    until: date | None = None

    @classmethod
    def read(cls, kept: Mapping[str, str]) -> Question:
        """As `kept` wrote it. Raises TypeError or ValueError for what no question has written."""
        ids = {name: UUID(kept[name]) for name in ("person", "case") if name in kept}
        days = {name: date.fromisoformat(kept[name]) for name in ("since", "until") if name in kept}
        return cls(**{**kept, **ids, **days})  # type: ignore[arg-type]  # read above

    @property
    def kept(self) -> dict[str, str]:
        """The parts that were asked, for a column of JSON."""
        return {name: str(getattr(self, name)) for name in self.used}

    @property
    def used(self) -> list[str]:
        """Which parts were asked: for the row that says that the log was read."""
        return sorted(name for name, value in asdict(self).items() if value)

    def in_words(self) -> list[str]:
        """Each part that was asked, as the page names it, for whoever is to agree."""
        return [f"{LABELS[name]}: {self._said(name)}" for name in self.used]

    def _said(self, name: str) -> str:
        if name == "person" and self.person:
            return str(users_by_id([self.person]).get(self.person, self.person))
        if name == "decision":
            return str(Decision(self.decision).label)
        if name == "purpose":
            return code_words(self.purpose)
        said = {"case": mark_of(self.case), "action": action_words(self.action)}
        return said.get(name, str(getattr(self, name)))

    def rows(self) -> EntryQuerySet:
        columns = {
            "actor": self.person, "case_id": self.case, "action": self.action,
            "decision": self.decision,
        }  # fmt: skip
        found = entries().filter(**{column: asked for column, asked in columns.items() if asked})
        if self.purpose:
            found = found.filter(purpose__endswith=f": {self.purpose}")
        if self.since:
            found = found.filter(at__gte=_midnight(self.since))
        if self.until:
            found = found.filter(at__lt=_midnight(self.until) + timedelta(days=1))
        return found


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
