"""What stands in a part after what people corrected in it: nothing of that is lost by loading."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from amparo.commitments.loading import heads, items
from amparo.commitments.loading.heads import Head
from amparo.commitments.loading.items import Item
from amparo.commitments.loading.models import LoadedPart
from amparo.commitments.loading.queries import corrections

OF_THE_HEAD = ""


@dataclass(frozen=True)
class Outcome:
    """A paragraph as read, and what a person says stands there: the same, nothing, or several.

    `key`: under which a correction of it is kept.
    """

    place: int
    key: str
    read: Item
    said: tuple[Item, ...]
    corrected: bool


@dataclass(frozen=True)
class Outcomes:
    head: Head
    head_corrected: bool
    paragraphs: tuple[Outcome, ...]

    @property
    def items(self) -> list[Item]:
        return [item for outcome in self.paragraphs for item in outcome.said]

    @property
    def corrected(self) -> int:
        return sum(outcome.corrected for outcome in self.paragraphs) + self.head_corrected


def outcomes(part: LoadedPart) -> Outcomes:
    said = corrections().of(part.scope)
    head = heads.from_data(part.head)
    of_head = said.get(OF_THE_HEAD)
    return Outcomes(
        replace(head, **of_head) if of_head else head,
        of_head is not None,
        _paragraphs([items.from_data(data) for data in part.items], said),
    )


def corrected(scope: str, read: Sequence[Item]) -> list[Item]:
    """What stands there of a text that was read just now."""
    found = _paragraphs(read, corrections().of(scope))
    return [item for outcome in found for item in outcome.said]


def _paragraphs(read: Sequence[Item], said: Mapping[str, Any]) -> tuple[Outcome, ...]:
    return tuple(
        Outcome(place, key, item, _said(item, said.get(key)), key in said)
        for place, (key, item) in enumerate(zip(keys(read), read, strict=True))
    )


def _said(read: Item, correction: Sequence[Any] | None) -> tuple[Item, ...]:
    return (read,) if correction is None else tuple(items.from_data(data) for data in correction)


def keys(read: Sequence[Item]) -> list[str]:
    """One for each; of two paragraphs that say the same, the second has another."""
    seen: Counter[str] = Counter()
    found = []
    for item in read:
        seen[item.digest] += 1
        again = seen[item.digest]
        named = f"{item.digest} {again}".encode()
        found.append(item.digest if again == 1 else hashlib.sha256(named).hexdigest())
    return found
