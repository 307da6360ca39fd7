"""Which files and drafts a rule of the country asks for today: it only proposes (ADR 42)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from amparo.vocab.retention import RetentionRule


class Kept(Protocol):
    """A closed file, as the rules see it."""

    case_id: UUID
    reference: str
    child: bool
    outcome: str
    closed_on: date | None


@dataclass(frozen=True)
class Due:
    """`subject`: the file, or the screening that was never finished."""

    rule: RetentionRule
    subject: UUID
    reference: str
    since: date
    due: date


def due_files(kept: Iterable[Kept], rules: Iterable[RetentionRule], today: date) -> list[Due]:
    """Longest overdue first. A file that no rule holds for is kept until one does."""
    file_rules = [rule for rule in rules if rule.kind == "file"]
    found = [
        Due(rule, each.case_id, each.reference, each.closed_on, rule.due(each.closed_on))
        for each in kept
        if each.closed_on
        for rule in file_rules
        if rule.holds_for(each.outcome, child=each.child)
    ]
    return _overdue(found, today)


def due_drafts(
    begun: Iterable[tuple[UUID, date]], rules: Iterable[RetentionRule], today: date
) -> list[Due]:
    draft_rules = [rule for rule in rules if rule.kind == "draft"]
    found = [Due(rule, pk, "", day, rule.due(day)) for pk, day in begun for rule in draft_rules]
    return _overdue(found, today)


def _overdue(found: list[Due], today: date) -> list[Due]:
    late = [each for each in found if each.due <= today]
    return sorted(late, key=lambda each: (each.due, each.rule.code, each.subject))
