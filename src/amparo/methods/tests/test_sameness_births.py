"""Two dates of birth agree as far as whoever wrote them was sure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.methods.sameness.births import Births, birth, compare

DATES = st.dates().map(str) | st.sampled_from(["", "2004", "2004-05", "2004~", "1998-01-01", "?"])


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("2004-02-29", "2004-02-29", Births.SAME_DAY),
        ("2004-05-03", "2004-03-05", Births.DAY_AND_MONTH_SWAPPED),
        ("2004-05-03", "2004-05-08", Births.ONE_FIGURE_APART),
        ("2004-05-03", "2014-05-03", Births.ONE_FIGURE_APART),
        ("2004-05-03", "2004", Births.SAME_YEAR),
        ("2004-05-03", "2004-01-01", Births.SAME_YEAR),
        ("2004-05-03", "2004-05", Births.SAME_YEAR),
        ("2004-05-03", "2004-06", Births.OTHER_DAY),
        ("2004-05-03", "2005", Births.YEARS_NEAR),
        ("2004-05-03", "2006~", Births.YEARS_NEAR),
        ("2004", "2006?", Births.YEARS_NEAR),
        ("2004-05-03", "2008~", Births.OTHER_YEAR),
        ("2004", "2006", Births.OTHER_YEAR),
        ("2004-05-03", "2004-11-28", Births.OTHER_DAY),
        ("2004-05-03", "1990-11-28", Births.OTHER_YEAR),
        ("2004-05-03", "", Births.UNKNOWN),
        ("in spring", "2004", Births.UNKNOWN),
    ],
)
def test_two_dates_agree_as_far_as_they_are_sure(one: str, other: str, found: Births) -> None:
    assert compare(birth(one), birth(other)) == compare(birth(other), birth(one)) == found


@given(DATES, DATES)
def test_any_two_dates_are_compared_the_same_both_ways(one: str, other: str) -> None:
    assert compare(birth(one), birth(other)) == compare(birth(other), birth(one))


@given(st.dates().filter(lambda day: (day.month, day.day) != (1, 1)))
def test_a_date_agrees_with_itself_in_every_certainty(day: object) -> None:
    text = str(day)
    assert compare(birth(text), birth(text)) is Births.SAME_DAY
    for less in (text[:4], text[:7], f"{text[:4]}~", f"{text[:4]}-01-01"):
        assert compare(birth(text), birth(less)) is Births.SAME_YEAR
