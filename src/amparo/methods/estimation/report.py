"""All methods on one table, what to look at, and how to do it again."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version

from amparo.methods.estimation import (
    bounds,
    classes,
    graphs,
    lights,
    loglinear,
    search,
    selection,
)
from amparo.methods.estimation.classes import Sampling
from amparo.methods.estimation.lights import Light
from amparo.methods.estimation.methods import Method, by_criterion, by_steps
from amparo.methods.estimation.refusals import CannotEstimate
from amparo.methods.estimation.reshaping import informative
from amparo.methods.estimation.selection import Ranked
from amparo.methods.estimation.table import Table

PACKAGES = ("amparo", "numpy", "scipy", "numba")


class Assumption(StrEnum):
    """What fills the cell that nobody counted."""

    INDEPENDENCE = "lists_know_nothing_of_one_another"
    NO_FULL_INTERACTION = "no_interaction_among_all_lists"
    PAIRS = "no_interaction_among_three_lists_or_more"
    CONDITIONAL = "independence_of_some_lists_given_others"
    KINDS = "independence_within_kinds_of_people"
    AT_LEAST = "a_bound_for_unlike_people"


@dataclass(frozen=True, slots=True)
class Line:
    """One method. `interval`: 95 %, why there is none, or nothing where the method has none."""

    method: str
    assumption: Assumption
    total: float | CannotEstimate
    interval: tuple[float, float] | CannotEstimate | None


@dataclass(frozen=True, slots=True)
class Report:
    """`record`: what it takes to do the same again. Never to be shown among counts of people."""

    lines: tuple[Line, ...]
    lights: tuple[Light, ...]
    record: dict[str, object]
    measurement_type: str = "estimate"


@dataclass(frozen=True, slots=True)
class Effort:
    """`samples`: of the bootstrap; every one fits every model."""

    samples: int = 1000
    seed: int = 1
    sampling: Sampling = classes.DEFAULT


def report(table: Table, effort: Effort | None = None) -> Report | CannotEstimate:
    effort = effort or Effort()
    refused = table.refusal()
    if refused:
        return refused
    table = informative(table)
    found = [*_frequentist(table, effort), _classes(table, effort)]
    lines = [*(line for line, _ in found), *_graphs(table), _bound(table)]
    seen = [light for _, light in found if light is not None]
    totals = [line.total for line in lines if isinstance(line.total, float)]
    general = [lights.overlap(table), lights.empty_pairs(table), *_existence(table)]
    apart = [lights.apart(totals)] if totals else []
    return Report(tuple(lines), (*general, *seen, *apart), record(table, effort))


def _chosen(table: Table) -> Iterator[tuple[Method, Assumption]]:
    lists = len(table.lists)
    if 3 <= lists <= selection.MOST_LISTS_OF_ALL:
        yield by_criterion(), Assumption.NO_FULL_INTERACTION
    if 3 <= lists <= selection.MOST_LISTS_OF_PAIRS:
        yield by_criterion(2), Assumption.PAIRS
    yield by_steps(), Assumption.PAIRS
    yield by_criterion(1), Assumption.INDEPENDENCE


def _frequentist(table: Table, effort: Effort) -> Iterator[tuple[Line, Light | None]]:
    for method, assumption in _chosen(table):
        total = method.total(table)
        found = method.interval(table, samples=effort.samples, seed=effort.seed)
        if isinstance(found, CannotEstimate):
            yield Line(method.name, assumption, total, found), None
            continue
        light = lights.failed_samples(found.failed, found.samples)
        yield Line(method.name, assumption, total, (found.low, found.high)), light
    if len(table.lists) > selection.MOST_LISTS_OF_PAIRS:
        best = search.search(table)
        total = best.estimate if isinstance(best, Ranked) else best
        yield Line("bic_2_search", Assumption.PAIRS, total, None), None


def _graphs(table: Table) -> list[Line]:
    found = graphs.average(table)
    if isinstance(found, CannotEstimate):
        return [Line("graphs", Assumption.CONDITIONAL, found, None)]
    return [
        Line(name, Assumption.CONDITIONAL, each.median, each.interval())
        for name, each in (("graphs", found.posterior), ("graphs_flat", found.flat))
    ]


def _classes(table: Table, effort: Effort) -> tuple[Line, Light | None]:
    found = classes.sample(table, effort.sampling, seed=effort.seed)
    if isinstance(found, CannotEstimate):
        return Line("classes", Assumption.KINDS, found, None), None
    line = Line("classes", Assumption.KINDS, found.median, found.interval())
    return line, lights.r_hat(found.r_hat)


def _bound(table: Table) -> Line:
    found = bounds.chao_by_list(table)
    if isinstance(found, CannotEstimate):
        return Line("chao_by_list", Assumption.AT_LEAST, found, None)
    ends = (found.total - 1.96 * found.error, found.total + 1.96 * found.error)
    return Line("chao_by_list", Assumption.AT_LEAST, found.total, ends)


def _existence(table: Table) -> list[Light]:
    given = selection.candidates(table, 2)
    if isinstance(given, CannotEstimate):
        return []
    return [lights.existence(loglinear.fit_all(table, given).fitted, len(given))]


def record(table: Table, effort: Effort) -> dict[str, object]:
    """The hash is over lists, counts and impossible histories in one written form."""
    written = {
        "lists": list(table.lists),
        "counts": {table.name(history): table.counts[history] for history in table.histories},
        "impossible": sorted(table.name(history) for history in table.impossible),
    }
    digest = hashlib.sha256(json.dumps(written, sort_keys=True).encode()).hexdigest()
    return {"sha256": digest, "people": table.people, **asdict(effort), "versions": _versions()}


def _versions() -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for name in PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:  # the product runs from its sources, uninstalled
            found[name] = None
    return found


def plain(told: Report | CannotEstimate) -> dict[str, object]:
    """For JSON: a refusal in the place of a number is {"refused": reason}."""
    if isinstance(told, CannotEstimate):
        return {"refused": told.reason.value}

    def said(value: object) -> object:
        return plain(value) if isinstance(value, CannotEstimate) else value

    lines = [
        {
            "method": line.method,
            "assumption": line.assumption.value,
            "total": said(line.total),
            "interval": said(line.interval),
        }
        for line in told.lines
    ]
    colours = [asdict(each) | {"colour": each.colour.value} for each in told.lights]
    return {
        "measurement_type": told.measurement_type,
        "lines": lines,
        "lights": colours,
        "record": told.record,
    }
