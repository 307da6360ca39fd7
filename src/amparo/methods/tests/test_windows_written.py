"""The written form of a window, there and back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.methods.windows import (
    AfterEvent,
    AfterSession,
    AtSession,
    BetweenSessions,
    Day,
    Days,
    Every,
    Limit,
    NextReport,
    NotAWindow,
    Period,
    Undated,
    Window,
    Within,
    Yearly,
    read,
)

BODIES = st.sampled_from(["GA", "CCPCJ", "UNTOC-COP", "HRC", "GA-SPECIAL"])
EVENTS = st.sampled_from(["expert-group", "meeting", "meeting-of-heads"])
DATES = st.dates(date(1950, 1, 1), date(2100, 12, 31))
DAYS = st.builds(
    lambda day, parts: Day(day.year, *(day.month, day.day)[:parts]), DATES, st.integers(0, 2)
)
RANGES = st.builds(
    lambda one, other: Days(min(one, other), max(one, other)),
    DATES.map(Day.of), DATES.map(Day.of),
)  # fmt: skip
PERIODS = st.builds(Period, st.integers(1, 60), st.sampled_from(["y", "m", "d"]))
NUMBERED = st.builds(AtSession, BODIES, st.integers(1, 120) | st.integers(1950, 2100))
WINDOWS: st.SearchStrategy[Window] = st.one_of(
    st.builds(Undated, st.sampled_from(["none", "asap", "priority", "continuous", "funds"])),
    st.builds(Days, DAYS),
    RANGES,
    st.builds(Limit, st.sampled_from(["by", "before", "until"]), DAYS),
    NUMBERED,
    st.builds(AtSession, BODIES | st.just("")),
    st.builds(BetweenSessions, BODIES),
    st.builds(NextReport, BODIES | st.just("")),
    st.builds(AfterEvent, EVENTS),
    st.builds(AfterSession, NUMBERED),
    DATES.map(lambda day: Yearly(day.month, day.day)),
    st.builds(Every, PERIODS, DAYS | NUMBERED | st.none()),
    st.builds(Within, PERIODS, DAYS | st.none()),
)


@given(st.lists(WINDOWS, min_size=1, max_size=4))
def test_what_is_written_is_read_back(windows: list[Window]) -> None:
    assert read(" ".join(window.code for window in windows)) == tuple(windows)


@pytest.mark.parametrize(
    ("codes", "windows"),
    [
        ("none", (Undated("none"),)),
        ("on:2026-04-25/2026-04-30", (Days(Day(2026, 4, 25), Day(2026, 4, 30)),)),
        ("on:2025 on:2026", (Days(Day(2025)), Days(Day(2026)))),
        ("session:GA81", (AtSession("GA", 81),)),
        ("session:UNTOC-COP5", (AtSession("UNTOC-COP", 5),)),
        ("session:ECOSOC2009", (AtSession("ECOSOC", 2009),)),
        ("after:CCPCJ34 before:2026-04-25",
         (AfterSession(AtSession("CCPCJ", 34)), Limit("before", Day(2026, 4, 25)))),
        ("after:expert-group session:CCPCJ", (AfterEvent("expert-group"), AtSession("CCPCJ"))),
        ("after:expert-group session:", (AfterEvent("expert-group"), AtSession(""))),
        ("every:4y from:GA72", (Every(Period(4, "y"), AtSession("GA", 72)),)),
        ("within:6m from:2024-12-17", (Within(Period(6, "m"), Day(2024, 12, 17)),)),
        ("next-report:GA", (NextReport("GA"),)),
    ],
)  # fmt: skip
def test_a_code_means_one_thing(codes: str, windows: tuple[Window, ...]) -> None:
    assert read(codes) == windows


@pytest.mark.parametrize(
    ("codes", "token"),
    [
        ("soon", "soon"), ("none on:", "on:"), ("on:2026-13", "on:2026-13"),
        ("on:2026-02-30", "on:2026-02-30"),
        ("by:2026-05-00", "by:2026-05-00"), ("on:2026-04/2026-03", "on:2026-04/2026-03"),
        ("by:tomorrow", "by:tomorrow"), ("session:ga81", "session:ga81"),
        ("session:GA081", "session:GA081"), ("yearly:13-01", "yearly:13-01"), ("asap:", "asap:"),
        ("yearly:02-30", "yearly:02-30"), ("every:0y", "every:0y"), ("every:4", "every:4"),
        ("every:4y from:soon", "from:soon"), ("within:6m from:GA72", "from:GA72"),
        ("from:GA72", "from:GA72"), ("none from:2018", "from:2018"), ("after:", "after:"),
        ("between-sessions:x", "between-sessions:x"), ("", ""),
    ],
)  # fmt: skip
def test_what_is_no_window_is_named(codes: str, token: str) -> None:
    with pytest.raises(NotAWindow) as refused:
        read(codes)
    assert refused.value.token == token


@given(st.text(alphabet="abcGA:-/0123456789 yfromevery", max_size=40))
def test_whatever_is_read_is_written_the_same(codes: str) -> None:
    try:
        windows = read(codes)
    except NotAWindow:
        return
    assert " ".join(window.code for window in windows) == " ".join(codes.split())
