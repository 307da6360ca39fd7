from datetime import UTC, datetime, timedelta

import pytest

from amparo.design.clocks import read_clock

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("left", "state", "words"),
    [
        (timedelta(seconds=20), "soon", "due now"),
        (timedelta(seconds=-20), "soon", "due now"),
        (timedelta(minutes=1, seconds=59), "soon", "due in 1 minute"),
        (timedelta(minutes=59), "soon", "due in 59 minutes"),
        (timedelta(hours=2, minutes=50), "soon", "due in 2 hours"),
        (timedelta(hours=24), "soon", "due in 24 hours"),
        (timedelta(hours=25), "later", "due in 25 hours"),
        (timedelta(days=2), "later", "due in 2 days"),
        (timedelta(minutes=-1), "late", "late by 1 minute"),
        (timedelta(hours=-3, minutes=-5), "late", "late by 3 hours"),
        (timedelta(days=-9), "late", "late by 9 days"),
    ],
)
def test_a_clock_says_how_long_in_words(left: timedelta, state: str, words: str) -> None:
    clock = read_clock(NOW + left, NOW)
    assert (clock.state, clock.words) == (state, words)


def test_each_state_has_an_icon_of_its_own() -> None:
    icons = {read_clock(NOW + timedelta(hours=h), NOW).icon for h in (-1, 1, 99)}
    assert len(icons) == 3
