"""Models of more lists than can be gone through one by one: a search that is bounded.

From independence, each round tries every parameter more and every parameter less of the best
models so far, until all their neighbours are known or the bound is reached. The result says that it
is not all of them.
"""

from collections.abc import Iterable

import numpy as np

from amparo.methods.estimation import models, selection
from amparo.methods.estimation.loglinear import Fits, fit_all
from amparo.methods.estimation.models import Model
from amparo.methods.estimation.refusals import CannotEstimate
from amparo.methods.estimation.reshaping import informative
from amparo.methods.estimation.selection import Criterion, Ranked
from amparo.methods.estimation.table import Table

MOST_MODELS = 20_000
# How many of the best a round goes on from.
BEAM = 20


def search(
    table: Table, order: int = 2, *, criterion: Criterion = Criterion.BIC,
    most: int = MOST_MODELS, threads: int | None = None,
) -> Ranked | CannotEstimate:  # fmt: skip
    """Models with parameters of up to `order` lists, at most about so many of them."""
    table = informative(table)
    refused = table.refusal()
    if refused:
        return refused
    allowed = {mask for mask in selection.parameters(table) if 2 <= mask.bit_count() <= order}
    seen: dict[Model, None] = {models.independence(len(table.lists)): None}
    rounds = [fit_all(table, list(seen), threads=threads)]
    while len(seen) < most:
        ahead = _ahead(table, _together(rounds), criterion)
        fresh = dict.fromkeys(
            near for each in ahead for near in neighbours(each, allowed) if near not in seen
        )
        if not fresh:
            break
        seen |= fresh
        rounds.append(fit_all(table, list(fresh), threads=threads))
    return selection.ranked(table, _together(rounds), criterion, all_of_them=False)


def neighbours(model: Model, allowed: Iterable[int]) -> list[Model]:
    """One parameter more whose parts are all there, or one less that no other asks for."""
    have = set(model)
    more = [
        mask
        for mask in allowed
        if mask not in have and have.issuperset(mask & ~(1 << i) for i in _bits(mask))
    ]
    less = [mask for mask in models.maximal(model) if mask.bit_count() > 1]
    changed = [have | {mask} for mask in more] + [have - {mask} for mask in less]
    return [tuple(sorted(each, key=lambda mask: (mask.bit_count(), mask))) for each in changed]


def _bits(mask: int) -> list[int]:
    return [i for i in range(mask.bit_length()) if mask >> i & 1]


def _ahead(table: Table, fits: Fits, criterion: Criterion) -> list[Model]:
    """The best so far; before any model has an estimate, all that were tried."""
    found = selection.ranked(table, fits, criterion)
    return list(fits.models if isinstance(found, CannotEstimate) else found.models)[:BEAM]


def _together(rounds: list[Fits]) -> Fits:
    masks, sizes = models.packed([model for each in rounds for model in each.models])
    parameters = np.full(masks.shape, np.nan)
    at = 0
    for each in rounds:
        parameters[at : at + len(each.models), : each.parameters.shape[1]] = each.parameters
        at += len(each.models)
    status, unseen, likelihood = (
        np.concatenate([getattr(each, name) for each in rounds])
        for name in ("status", "unseen", "likelihood")
    )
    given = tuple(model for each in rounds for model in each.models)
    return Fits(given, masks, sizes, status, unseen, likelihood, parameters)
