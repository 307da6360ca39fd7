"""Checking a whole log, live or exported: the chain with its key, and the signed heads.

What the check cannot see: rows cut off after the last head that was signed, at most a minute's.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from amparo.audit import chain, heads
from amparo.audit.chain import Fault, Row
from amparo.audit.queries import rows_in_chain_order

LISTED = 1000


@dataclass
class Report:
    """`beyond`: rows that no signed head covers yet. `listed` holds the first faults only."""

    rows: int = 0
    lanes: int = 0
    faults: int = 0
    listed: list[Fault] = field(default_factory=list)
    lines: int = 0
    signed_at: str = ""
    beyond: int = 0

    def add(self, fault: Fault) -> None:
        self.faults += 1
        if len(self.listed) < LISTED:
            self.listed.append(fault)


def check(rows: Iterable[Row], secret: bytes | None, signed: heads.Signed) -> Report:
    """Rows in chain order. Without the secret, who wrote a row cannot be checked."""
    report = Report(lines=signed.lines, signed_at=signed.at)
    for fault in signed.faults:
        report.add(fault)
    for fault in chain.faults(_against_heads(rows, signed, report), secret):
        report.add(fault)
    return report


def _against_heads(rows: Iterable[Row], signed: heads.Signed, report: Report) -> Iterator[Row]:
    """Pass the rows on, and report where they are not what was signed."""
    lane = _Lane(-1, [])
    seen = set()
    for row in rows:
        if row.lane != lane.number:
            lane.close(report)
            lane = _Lane(row.lane, signed.lanes.get(row.lane, []))
            seen.add(row.lane)
        report.rows += 1
        if what := lane.meet(row):
            report.add(Fault(row.lane, row.sequence, what))
        yield row
    lane.close(report)
    report.lanes = len(seen)
    for number in sorted(set(signed.lanes) - seen):
        _Lane(number, signed.lanes[number]).close(report)


class _Lane:
    """One lane read beside its signed heads, in order."""

    def __init__(self, number: int, signed: list[heads.Head]) -> None:
        self.number = number
        self.waiting = sorted(signed, key=lambda head: head.sequence, reverse=True)
        self.since = ""
        self.beyond = 0

    def meet(self, row: Row) -> str | Promise:
        """What is wrong with the row in the light of the heads signed before it and at it."""
        what: str | Promise = ""
        if self.since and chain.is_set_back(row.at, self.since):
            what = _("the clock was set back before this row")
        while self.waiting and self.waiting[-1].sequence <= row.sequence:
            head = self.waiting.pop()
            if (head.sequence, head.mac) != (row.sequence, row.mac.hex()):
                what = _("this row is not the one that was signed")
            self.since, self.beyond = head.at, -1
        self.beyond += 1
        return what

    def close(self, report: Report) -> None:
        report.beyond += self.beyond
        if self.waiting:
            last = self.waiting[0]
            what = _("rows up to this one were signed and are gone")
            report.add(Fault(self.number, last.sequence, what))


def live() -> Report:
    signed = heads.read(heads.lines_of(settings.AUDIT_HEADS), heads.public_key())
    return check(rows_in_chain_order(), chain.secret(), signed)


def faults_of_the_log() -> list[Fault]:
    return list(chain.faults(rows_in_chain_order(), chain.secret()))
