"""Who can take a person, in which order, and why or why not: reasons, never a score (S0 ¶5)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from amparo.directory.models import Service
from amparo.directory.queries import services, services_as_held
from amparo.referrals.matching import plain, sql
from amparo.referrals.matching.distance import centroids
from amparo.referrals.matching.facts import Asked, Offered, Wanted, asked
from amparo.referrals.matching.rules import Rules, rules
from amparo.referrals.models import Need
from amparo.vocab.datafile import Text

SHOWN = 20


@dataclass(frozen=True)
class Reason:
    """A reason of the rules by its code, with its words."""

    code: str
    words: Text


@dataclass(frozen=True)
class Match:
    """A service with what speaks for it, what to mind, and what stands against it."""

    service: Service
    why: tuple[Reason, ...]
    cautions: tuple[Reason, ...]
    why_not: tuple[Reason, ...]

    @property
    def fits(self) -> bool:
        return not self.why_not


@dataclass(frozen=True)
class Found:
    """The first that fit and the first that do not, with how many there are of each.

    `against`: how many services each reason stands against, the most first; one may have several.
    """

    fits: list[Match]
    fit: int
    others: list[Match]
    other: int
    against: list[tuple[Reason, int]]

    @property
    def more(self) -> int:
        """How many that do not fit are not told one by one."""
        return self.other - len(self.others)


def match(need: Need, *, start: int = 0, shown: int = SHOWN) -> Found:
    """Every service of the kind is judged; of those that fit, `shown` from the `start`th on are
    told, of the others those with the fewest reasons against them, the nearest first."""
    return look(seeks(need), need.kind, start=start, shown=shown)


def seeks(need: Wanted) -> Asked:
    return asked(need, rules().settings, centroids())


def look(need: Asked, kind: str, *, start: int = 0, shown: int = SHOWN) -> Found:
    statement = sql.Statement(rules(), need, kind)
    answer = sql.judge(statement, fitting=shown, start=start, others=shown)
    known = services_as_held({row.id: row.held for row in (*answer.fits, *answer.others)})
    teller, fit = Teller(rules(), need), answer.counted.pop(0, 0)
    return Found(
        fits=[teller.tell(known[row.id], row.broken, row.rank) for row in answer.fits],
        fit=fit,
        others=[teller.tell(known[row.id], row.broken, row.rank) for row in answer.others],
        other=sum(answer.counted.values()),
        against=_against(rules(), answer.counted),
    )


class Teller:
    """Says the reasons of one need: what it does not ask for speaks neither for nor against."""

    def __init__(self, book: Rules, need: Asked) -> None:
        asked_for = [
            (number, key)
            for number, key in enumerate(book.order)
            if key.first is None or plain.asks(key.first, need)
        ]
        self.book = book
        self.why = [(n, key.why_at, Reason(key.code, key.why)) for n, key in asked_for if key.why]
        self.caution = [
            (n, key.caution_at, Reason(key.code, key.caution))
            for n, key in asked_for
            if key.caution
        ]
        self.kept = tuple(
            Reason(rule.code, rule.why)
            for rule in book.hard
            if rule.why and plain.applies(rule, need)
        )

    def tell(self, service: Service, broken: int, rank: Sequence[int]) -> Match:
        """`broken`, `rank`: as `plain` and the database say them."""
        if broken:
            against = plain.named(self.book, broken)
            return Match(service, (), (), tuple(Reason(r.code, r.why_not) for r in against))
        why = tuple(reason for number, at, reason in self.why if rank[number] == at)
        cautions = tuple(reason for number, at, reason in self.caution if rank[number] == at)
        return Match(service, why + self.kept, cautions, ())


def _against(book: Rules, counted: dict[int, int]) -> list[tuple[Reason, int]]:
    sums = [
        (
            Reason(rule.code, rule.why_not),
            sum(count for broken, count in counted.items() if broken >> number & 1),
        )
        for number, rule in enumerate(book.hard)
    ]
    return sorted((each for each in sums if each[1]), key=lambda each: -each[1])


def judged(need: Asked, listed: Iterable[Service]) -> list[Match]:
    """These services held against the rules one by one, in the order of `match`."""
    book, teller, rows = rules(), Teller(rules(), need), []
    for service in listed:
        broken, rank = plain.broken(book, need, service), plain.rank(book, need, service)
        told = teller.tell(service, broken, rank)
        rows.append(((broken.bit_count(), rank, service.pk), told))
    return [found for _, found in sorted(rows, key=lambda row: row[0])]


def wishes(need: Need) -> list[Match]:
    """What the person asks for and does not want, whether or not it fits."""
    listed = [*need.wanted, *need.unwanted]
    return judged(seeks(need), services().with_ids(listed)) if listed else []


def obstacles(need: Wanted, service: Offered) -> tuple[str, ...]:
    """The codes of the rules that this service breaks."""
    bits = plain.broken(rules(), seeks(need), service)
    return tuple(rule.code for rule in plain.named(rules(), bits))


def places_needed(need: Wanted, service: Offered) -> int:
    """How many places the person and whoever comes along take there, kept together."""
    return seeks(need).places_for(service.capacity_unit)


def best_for(needs: Iterable[Need], shown: int) -> dict[Need, list[Service]]:
    """For several needs at once the first services that fit and have no offer that waits."""
    sought = list(needs)
    statements = (
        (
            sql.Statement(rules(), seeks(need), need.kind, f"n{number}_"),
            [offer.service_id for offer in need.offers.all() if offer.state == "offered"],
        )
        for number, need in enumerate(sought)
    )
    found = sql.best(statements, shown)
    known = services().in_bulk({pk for ids in found for pk in ids})
    return {need: [known[pk] for pk in ids] for need, ids in zip(sought, found, strict=True)}
