"""Closed forms: two lists by Chapman, and "at least" by Chao."""

from dataclasses import dataclass
from math import sqrt

from amparo.methods.estimation import models
from amparo.methods.estimation.loglinear import fit
from amparo.methods.estimation.refusals import CannotEstimate, Reason
from amparo.methods.estimation.reshaping import keep
from amparo.methods.estimation.table import Table


@dataclass(frozen=True, slots=True)
class Simple:
    """`error`: standard error of the total."""

    total: float
    error: float


def chapman(table: Table, one: str, other: str) -> Simple | CannotEstimate:
    """Two lists that know nothing of one another, people all as likely to be seen.

    Chapman (1951); variance of Seber (1970). Who is on neither of the two is not counted. Refuses
    two lists that share nobody: the formula would give a number, and it would mean nothing.
    """
    two = keep(table, [one, other])
    refused = two.refusal()
    if refused or two.impossible:
        return refused or CannotEstimate(Reason.IMPOSSIBLE)
    first, second, both = two.on(1), two.on(2), two.on(3)
    total = (first + 1) * (second + 1) / (both + 1) - 1
    spread = (first + 1) * (second + 1) * (first - both) * (second - both)
    return Simple(total, sqrt(spread / ((both + 1) ** 2 * (both + 2))))


def chao(table: Table) -> Simple | CannotEstimate:
    """At least so many, however unlike people are, if all lists see as many.

    From those on exactly one list and those on exactly two: Chao (1987), Biometrics 43: 783-791,
    with the factor (lists - 1) / lists that makes it a bound for few lists, and its variance.
    """
    refused = table.refusal()
    once, twice = _seen(table, 1), _seen(table, 2)
    if refused or table.impossible:
        return refused or CannotEstimate(Reason.IMPOSSIBLE)
    if not twice or not once:
        return CannotEstimate(Reason.NO_FINITE_ESTIMATE)
    share, ratio = 1 - 1 / len(table.lists), once / twice
    spread = twice * (share * ratio**2 / 2 + share**2 * (ratio**3 + ratio**4 / 4))
    return Simple(table.people + share * once * ratio / 2, sqrt(spread))


def chao_by_list(table: Table) -> Simple | CannotEstimate:
    """At least so many, however unlike people are, and however unlike lists are.

    Independence fitted to the histories of one and of two lists alone, whose ratio unlike people
    disturb least: Rivest and Baillargeon (2007), Biometrics 63: 999-1006.
    """
    rare = {h: n for h, n in table.counts.items() if h.bit_count() <= 2}
    out = frozenset(h for h in range(1, table.size) if h.bit_count() > 2)
    low = Table(table.lists, rare, table.impossible | out)
    refused = table.refusal()
    found = refused or fit(low, models.independence(len(table.lists)))
    if isinstance(found, CannotEstimate):
        return found
    return Simple(table.people + found.unseen, found.unseen * found.error)


def _seen(table: Table, times: int) -> int:
    return sum(n for history, n in table.counts.items() if history.bit_count() == times)
