"""The last line of every check: how many passed, failed and were skipped."""

from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from amparo.config.quality import BIN, CHECKS, Check, Tally, djade

counts = st.builds(Tally, st.integers(0, 999), st.integers(0, 999), st.integers(0, 999))


def test_a_tally_says_its_three_counts() -> None:
    assert str(Tally(passed=3, failed=1, skipped=2)) == "3 passed, 1 failed, 2 skipped"
    assert str(Tally()) == "0 passed, 0 failed, 0 skipped"


@given(counts, counts, counts)
def test_tallies_add_up_in_any_order(one: Tally, other: Tally, third: Tally) -> None:
    both = one + other
    assert (both.passed, both.failed, both.skipped) == (
        one.passed + other.passed, one.failed + other.failed, one.skipped + other.skipped,
    )  # fmt: skip
    assert both == other + one
    assert both + third == one + (other + third)
    assert one + Tally() == one


def test_every_check_is_a_tool_that_is_installed() -> None:
    for check in (*CHECKS, djade()):
        assert (BIN / check.arguments[0]).exists(), check.name


def test_every_template_is_checked() -> None:
    checked = {Path(name) for name in djade().arguments if name.endswith(".html")}
    there = set(settings.PACKAGE.glob("*/templates/**/*.html"))
    assert checked == there != set()


@pytest.mark.parametrize(("asked", "passes"), [("--version", True), ("--no-such-option", False)])
def test_a_check_passes_when_its_tool_is_content(asked: str, passes: bool) -> None:
    assert Check("ruff", ("ruff", asked)).passes() == passes
