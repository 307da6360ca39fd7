"""The chain of custody: whatever is changed, left out, added in between or moved is found."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from amparo.methods.custody import START, Link, broken, digest_of

ITEM, OTHER = b"item" * 4, b"else" * 4
facts = st.lists(st.one_of(st.none(), st.binary(max_size=6)), min_size=2, max_size=4)
chains = st.lists(facts, min_size=2, max_size=5)


def chain(rows: list[list[bytes | None]], item: bytes = ITEM) -> list[Link]:
    links: list[Link] = []
    for number, row in enumerate(rows):
        before = links[-1].digest if links else START
        links.append(Link(number, row, before, digest_of(item, number, before, row)))
    return links


@given(chains)
def test_an_untouched_chain_holds(rows: list[list[bytes | None]]) -> None:
    assert broken(ITEM, chain(rows)) == []


@given(chains, st.data())
def test_a_changed_fact_is_found_where_it_stands(
    rows: list[list[bytes | None]], data: st.DataObject
) -> None:
    links = chain(rows)
    at = data.draw(st.integers(0, len(links) - 1))
    field = data.draw(st.integers(0, len(rows[at]) - 1))
    changed = [*rows[at]]
    changed[field] = (changed[field] or b"") + b"!"
    links[at] = replace(links[at], facts=changed)
    assert broken(ITEM, links) == [at]


@given(chains, st.data())
def test_an_entry_left_out_is_found(rows: list[list[bytes | None]], data: st.DataObject) -> None:
    links = chain(rows)
    del links[data.draw(st.integers(0, len(links) - 2))]
    assert broken(ITEM, links)


@given(chains)
def test_entries_of_another_item_or_in_another_order_do_not_hold(
    rows: list[list[bytes | None]],
) -> None:
    assert broken(OTHER, chain(rows)) == list(range(len(rows)))
    assert broken(ITEM, list(reversed(chain(rows))))


@given(chains)
def test_a_rewritten_entry_breaks_the_next_one(rows: list[list[bytes | None]]) -> None:
    """Even with its own digest made anew."""
    links = chain(rows)
    forged = [*rows[0], b"forged"]
    links[0] = Link(0, forged, START, digest_of(ITEM, 0, START, forged))
    assert broken(ITEM, links) == [1]


def test_nothing_moves_from_one_fact_to_the_next() -> None:
    assert digest_of(ITEM, 0, START, [b"ab", b"c"]) != digest_of(ITEM, 0, START, [b"a", b"bc"])
    assert digest_of(ITEM, 0, START, [None]) != digest_of(ITEM, 0, START, [b""])
