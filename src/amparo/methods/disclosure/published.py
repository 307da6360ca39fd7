"""What the public sees of a table: a number, or a mark that it is hidden."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from amparo.methods.disclosure.cells import TOTAL, Cell
from amparo.methods.disclosure.errors import BadDimension


@dataclass(frozen=True)
class Published:
    """The published form of a table; `None` marks a hidden cell and says nothing of the reason.

    `values` holds the cells that are shown; a cell that no published table has is absent.
    `mark_means_at_least` is what the mark itself tells: 1 where zeros are printed as zeros,
    since a hidden cell then holds someone; 0 where zeros are hidden as well.
    """

    categories: Mapping[str, tuple[str, ...]]
    values: Mapping[Cell, int | None]
    mark_means_at_least: int
    impossible: frozenset[Cell] = frozenset()

    @property
    def hidden(self) -> tuple[Cell, ...]:
        return tuple(cell for cell, value in self.values.items() if value is None)

    def view(self, dimensions: Sequence[str]) -> "Published":
        """The table by these dimensions only, the others summed, cells named in this order.

        Raises BadDimension where a dimension is unknown or the view was not published.
        """
        unknown = [name for name in dimensions if name not in self.categories]
        if unknown:
            raise BadDimension(f"The table has no dimension {unknown[0]}.")
        names = list(self.categories)
        order = [names.index(name) for name in dimensions]
        rest = [place for place in range(len(names)) if place not in order]
        values = {
            tuple(cell[place] for place in order): value
            for cell, value in self.values.items()
            if all(cell[place] == TOTAL for place in rest)
        }
        if not any(TOTAL not in cell for cell in values):
            raise BadDimension(f"No published table shows {' by '.join(dimensions)}.")
        kept = {name: self.categories[name] for name in dimensions}
        return Published(kept, values, self.mark_means_at_least)
