"""Several tables of the same people are protected together."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amparo.methods.disclosure import TOTAL, Table, attack, protect, subtract
from amparo.methods.disclosure.errors import BadDimension
from amparo.methods.tests.tables import table_of, tables

TABLE = table_of((4, 2, 3), np.random.default_rng(7).poisson(6, 24).tolist())


def test_only_the_views_are_published() -> None:
    published = protect(TABLE, views=[{"a", "b"}, {"c"}]).published
    assert ("a0", "b0", TOTAL) in published.values
    assert (TOTAL, TOTAL, "c0") in published.values
    assert ("a0", TOTAL, "c0") not in published.values
    assert set(published.view(["b", "a"]).values) == {
        (b, a) for b in ("b0", "b1", TOTAL) for a in ("a0", "a1", "a2", "a3", TOTAL)
    }


def test_a_cell_is_hidden_or_shown_in_every_view_alike() -> None:
    published = protect(TABLE, views=[{"a", "b"}, {"a", "c"}]).published
    for cell, value in published.view(["a"]).values.items():
        assert published.view(["a", "b"]).values[(*cell, TOTAL)] == value
        assert published.view(["a", "c"]).values[(*cell, TOTAL)] == value


def test_a_view_that_does_not_exist_is_refused() -> None:
    with pytest.raises(BadDimension, match="no dimension town"):
        protect(TABLE, views=[{"a", "town"}])
    published = protect(TABLE, views=[{"a"}]).published
    with pytest.raises(BadDimension, match="No published table shows a by b"):
        published.view(["a", "b"])
    with pytest.raises(BadDimension, match="no dimension town"):
        published.view(["town"])


@settings(max_examples=30, deadline=None)
@given(tables([(3, 2, 2), (2, 3, 2)], most=12), st.booleans())
def test_no_count_of_the_whole_is_known_to_be_small(table: Table, zeros: bool) -> None:
    """Also those that no view shows: two-way tables can settle a three-way cell."""
    views = [{"a", "b"}, {"a", "c"}, {"b", "c"}]
    protected = protect(table, views=views, hide_zeros=zeros)
    lowest = 0 if zeros else 1
    small = [cell for cell in table.cells() if lowest <= table.count(cell) < 5]
    known = {*subtract(protected.published)} & set(small)
    assert not {cell for cell in known if table.count(cell)}
    for cell, interval in attack(protected.published, small).items():
        assert not interval.shows_small(5), cell
