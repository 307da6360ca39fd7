"""The rules of events, tried without a file."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from amparo.events.rules import episode_hindrance, languages_hindrance
from amparo.vocab.codelists import load

TODAY = date(2026, 11, 26)
around = st.integers(-400, 400).map(lambda n: TODAY + timedelta(days=n))
languages = st.lists(st.sampled_from(load("languages").codes), max_size=4, unique=True)


@given(around, st.none() | around, st.booleans())
def test_an_episode_lies_in_the_past_and_its_end_goes_with_how_sure_it_is(
    since: date, until: date | None, precise: bool
) -> None:
    said = episode_hindrance(since, until, precise=precise, today=TODAY)
    past = since <= TODAY and (until is None or since <= until <= TODAY)
    assert bool(said) != (past and precise == (until is not None))


@given(languages, languages)
def test_a_change_of_language_changes_something(before: list[str], after: list[str]) -> None:
    assert bool(languages_hindrance(before, after)) == (before == after)
