"""Fewer lists, other groups: what a table becomes, and which lists tell nothing."""

from collections.abc import Iterable, Mapping, Sequence

from amparo.methods.estimation.table import Table, TableError


def keep(table: Table, lists: Sequence[str]) -> Table:
    """These lists in this order. Who is on none of them is no longer counted.

    A history can occur if any history that becomes it could.
    """
    places = [table.history(name).bit_length() - 1 for name in lists]

    def moved(history: int) -> int:
        return sum((history >> place & 1) << at for at, place in enumerate(places))

    counts: dict[int, int] = {}
    for history, count in table.counts.items():
        if moved(history):
            counts[moved(history)] = counts.get(moved(history), 0) + count
    possible = {moved(h) for h in range(1, table.size) if h not in table.impossible}
    impossible = frozenset(range(1, 1 << len(lists))) - possible
    return Table(tuple(lists), counts, impossible)


def without(table: Table, name: str) -> Table:
    return keep(table, [each for each in table.lists if each != name])


def merged(table: Table, one: str, other: str) -> Table:
    """Two lists as one, named "one/other", in the place of the first."""
    first, second = table.history(one), table.history(other)
    counts: dict[int, int] = {}
    for history, count in table.counts.items():
        joined = history | first if history & second else history
        counts[joined] = counts.get(joined, 0) + count
    names = [f"{one}/{other}" if each == one else each for each in table.lists]
    possible = {
        h | first if h & second else h for h in range(1, table.size) if h not in table.impossible
    }
    never = frozenset(h for h in range(1, table.size) if h not in possible and not h & second)
    return without(Table(tuple(names), _clear(counts, second), never), other)


def _clear(counts: Mapping[int, int], bit: int) -> dict[int, int]:
    found: dict[int, int] = {}
    for history, count in counts.items():
        found[history & ~bit] = found.get(history & ~bit, 0) + count
    return found


def informative(table: Table) -> Table:
    """Without lists that nobody is on, and each of two lists with the same people once."""
    kept: list[str] = []
    seen: set[tuple[int, ...]] = set()
    for at, name in enumerate(table.lists):
        where = tuple(h for h in table.histories if h >> at & 1)
        if where and where not in seen:
            kept.append(name)
        seen.add(where)
    return keep(table, kept) if kept and len(kept) < len(table.lists) else table


def cannot_capture(table: Table, names: Iterable[str]) -> Table:
    """These lists could not have captured anybody in this table: every history with them is out.

    Raises TableError if somebody is on one all the same.
    """
    missing = sum(table.history(name) for name in names)
    out = frozenset(h for h in range(1, table.size) if h & missing)
    return Table(table.lists, table.counts, table.impossible | out)


def cannot_overlap(table: Table, name: str) -> Table:
    """Nobody can be on all lists of "A+B" at once, such as two shelters for different sexes."""
    together = table.history(name)
    out = frozenset(h for h in range(1, table.size) if h & together == together)
    return Table(table.lists, table.counts, table.impossible | out)


def pooled(strata: Iterable[Table]) -> Table:
    """All strata as one table. A history is impossible if it is so in each of them.

    Raises TableError if the strata have other lists, or if there is none.
    """
    given = list(strata)
    if not given or any(each.lists != given[0].lists for each in given):
        raise TableError("Strata are added if they have the same lists in the same order.")
    counts: dict[int, int] = {}
    for each in given:
        for history, count in each.counts.items():
            counts[history] = counts.get(history, 0) + count
    impossible = frozenset.intersection(*(each.impossible for each in given))
    return Table(given[0].lists, counts, impossible)
