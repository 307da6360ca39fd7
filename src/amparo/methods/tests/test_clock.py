"""The clock can be set for a block of work, and goes back by itself."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone

import pytest

from amparo.methods.clock import at, now

NOON = datetime(2021, 3, 28, 12, 0, tzinfo=timezone(timedelta(hours=2)))


def test_the_clock_tells_the_present_in_utc() -> None:
    before = datetime.now(UTC)
    assert before <= now() <= datetime.now(UTC)
    assert now().tzinfo is UTC


def test_inside_the_block_it_is_the_moment_set_in_utc() -> None:
    with at(NOON) as moment:
        assert now() == moment == NOON
        assert (now().tzinfo, now().hour) == (UTC, 10)
    assert now() > NOON


def test_blocks_nest_and_an_error_sets_the_clock_back() -> None:
    with at(NOON):
        with pytest.raises(KeyError), at(NOON + timedelta(days=1)):
            raise KeyError
        assert now() == NOON
    assert now() > NOON + timedelta(days=1)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"), at(datetime(2021, 3, 28)):
        pass
    assert now() > NOON


def test_another_thread_keeps_the_present() -> None:
    with at(NOON), ThreadPoolExecutor(1) as other:
        assert other.submit(now).result() > NOON
