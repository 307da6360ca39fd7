"""The search for the cells to hide: first enough of them, then no more than needed."""

import numpy as np

from amparo.methods.disclosure.alternatives import NEXT_TO_NOTHING, Alternatives, Need, Prices
from amparo.methods.disclosure.audit import needs, verify
from amparo.methods.disclosure.cells import TOTAL
from amparo.methods.disclosure.knowledge import Knowledge
from amparo.methods.disclosure.table import Counts, with_margins

DEARER_PER_TOTAL = 8.0  # a margin is read more often than a cell
MOST_WORK = 400_000  # cells times searches in `reveal`; not seconds: every machine must agree
ALREADY_HIDDEN = 1e-4  # next to nothing, yet enough to keep changes small


class Search:
    """The state of one search: what is hidden so far, and the changes that prove what."""

    def __init__(self, known: Knowledge, threshold: int) -> None:
        self.known, self.threshold = known, threshold
        small = known.small(threshold)
        self.primary = known.shown & small
        self.hidden = self.primary.copy()
        self.needs = needs(known.counts, threshold, small, known.floor())
        self.alternatives = Alternatives(known)
        self.price = _prices(known)
        self.changes: list[Counts] = []
        self.work_left = MOST_WORK

    def hide(self) -> None:
        """Meet each need in turn by the cheapest change; hide what that change moves."""
        order = sorted(self.needs, key=lambda need: (-abs(need.step), need.cell))
        self.needs = [met for need in order if (met := self._meet(need))]

    def reveal(self) -> None:
        """Publish again, dearest first, each secondary cell that can be spared.

        One pass is enough: a cell that cannot be spared now cannot be when less is hidden.
        On a large table the work is cut off; then a few cells more stay hidden than need be.
        """
        spare = [int(cell) for cell in np.flatnonzero(self.hidden & ~self.primary)]
        for cell in sorted(spare, key=lambda cell: (-self.price[cell], cell)):
            if self._can_do_without(cell):
                self.hidden[cell] = False
                self.changes = [change for change in self.changes if change[cell] == 0]

    def check(self) -> None:
        """Raise Unsafe unless the changes found prove that every need is met."""
        agreed = (self.known.shown & ~self.hidden) | self.known.empty
        verify(self.known, agreed, self.needs, self.changes)

    def _meet(self, need: Need) -> Need | None:
        """The need as it was met: a lesser one where all marks together rule the full one out."""
        if need.step == 0:
            return None
        if any(need.met_by(change) for change in self.changes):
            return need
        free = ~self.known.empty
        change = self.alternatives.cheapest(need, self._price_now(), free)
        if change is None:
            change = self.plain_change(need)
        if change is None:
            return self._meet(Need(need.cell, need.step + 1))
        self.changes.append(change)
        self.hidden |= self.known.shown & (change != 0)
        return need

    def _can_do_without(self, cell: int) -> bool:
        """Look for changes that meet all needs and do not move the cell; keep what is found."""
        movable = self.hidden | ~self.known.shown
        movable[cell] = False
        kept = [change for change in self.changes if change[cell] == 0]
        for need in self.needs:
            if any(need.met_by(change) for change in kept):
                continue
            self.work_left -= len(self.hidden)
            if self.work_left < 0:
                return False
            change = self.alternatives.cheapest(need, self._price_now(), movable)
            if change is None:
                return False
            self.changes.append(change)
            kept.append(change)
        return True

    def _price_now(self) -> Prices:
        hidden = np.minimum(self.price * ALREADY_HIDDEN, NEXT_TO_NOTHING / 2)
        return np.where(self.hidden | ~self.known.shown, hidden, self.price)

    def plain_change(self, need: Need) -> Counts | None:
        """Put people into one inner cell, or take out all that may be.

        Upwards it always exists, and its price is every margin above, the grand total
        included. Downwards it may contradict the marks of other views: then None.
        """
        known = self.known
        inner = known.inner
        here = known.under(need.cell) & ~known.empty[inner]
        moved = np.zeros_like(inner)
        if need.step > 0:
            moved[np.argmax(np.where(here, known.counts[inner], -1))] = need.step
        else:
            moved[here] = (known.least - known.counts)[inner][here]
        change = with_margins(moved.reshape(known.shape)).ravel()
        possible = bool((known.counts + change >= known.least).all())
        return change if possible and need.met_by(change) else None


def _prices(known: Knowledge) -> Prices:
    totals = np.array([cell.count(TOTAL) for cell in known.table.cells()])
    return np.asarray((1 + np.log2(1 + known.counts)) * DEARER_PER_TOTAL**totals)
