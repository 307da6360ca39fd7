"""A protected table as a page shows it: rows of one kind, columns by sex and age."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from amparo.figures.tables import AGES, TOTAL, Cell
from amparo.figures.words import age_label, sex_label

if TYPE_CHECKING:
    from amparo.methods.disclosure import Published

Shown = int | None  # None is withheld


@dataclass(frozen=True)
class Group:
    """Columns of one sex, or of all."""

    label: str
    ages: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """A row of the table; its cells stand in the groups of the columns."""

    label: str
    groups: tuple[tuple[Shown, ...], ...]
    total: bool


@dataclass(frozen=True)
class CrossTable:
    """The table of a year. Rows and columns that are shown to be empty are left out.

    `head` stands over the rows; `nothing` begins the line that names the rows left out.
    """

    caption: str
    head: str
    nothing: str
    groups: tuple[Group, ...]
    lines: tuple[Line, ...]
    absent: tuple[str, ...]

    @property
    def cells(self) -> list[Shown]:
        return [cell for line in self.lines for group in line.groups for cell in group]

    @property
    def hidden(self) -> int:
        return self.cells.count(None)


@dataclass(frozen=True)
class Head:
    """A row to be: its label, and where its cells begin in the table."""

    label: str
    cell: Cell
    total: bool = False


def crossed(
    published: "Published", heads: Sequence[Head], *, caption: str, head: str, nothing: str
) -> CrossTable:
    """These rows, by sex and age."""
    values = published.values
    present = [row for row in heads if row.total or values[*row.cell, TOTAL, TOTAL] != 0]
    columns = {
        sex: [
            age
            for age in (*AGES, TOTAL)
            if any(values[*row.cell, sex, age] != 0 for row in present)
        ]
        for sex in (TOTAL, *published.categories["sex"])
    }
    kept = {sex: ages for sex, ages in columns.items() if ages}
    return CrossTable(
        caption,
        head,
        nothing,
        groups=tuple(
            Group(sex_label(sex), tuple(age_label(age) for age in ages))
            for sex, ages in kept.items()
        ),
        lines=tuple(
            Line(
                row.label,
                tuple(
                    tuple(values[*row.cell, sex, age] for age in ages) for sex, ages in kept.items()
                ),
                row.total,
            )
            for row in present
        ),
        absent=tuple(row.label for row in heads if row not in present),
    )
