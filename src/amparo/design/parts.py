"""What presenters hand to the components: plain rows of words, nothing that reads a database."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from django.utils.functional import Promise

Words = str | Promise
Tone = Literal["plain", "info", "good", "warn", "danger"]


@dataclass(frozen=True)
class Row:
    """One line of a summary list. `change` is the address where it can be changed."""

    key: Words
    value: object
    change: str = ""


@dataclass(frozen=True)
class Task:
    """Something to do: `note` says more, `state` is a word such as "waiting for the police"."""

    title: Words
    href: str = ""
    note: Words = ""
    due: datetime | None = None
    state: Words = ""
    tone: Tone = "plain"


@dataclass(frozen=True)
class Entry:
    """One fact on a timeline; `id` is its permalink on the page, `kind` a word to filter by."""

    id: str
    title: Words
    moment: datetime
    text: Words = ""
    actor: Words = ""
    kind: Words = ""
    icon: str = "circle"
    href: str = ""


@dataclass(frozen=True)
class Column:
    label: Words
    numeric: bool = False


@dataclass(frozen=True)
class Table:
    """A table of values. The first cell of a row is its header. Numbers are localised."""

    caption: Words
    columns: Sequence[Column]
    rows: Sequence[Sequence[object]] = field(default_factory=tuple)
