from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.vocab import DataError
from amparo.vocab.country import CountryPack, load
from amparo.vocab.holidays import easter

CORVANE = Path(__file__).parents[2] / "demo" / "country"


@pytest.fixture
def corvane() -> CountryPack:
    return load(CORVANE)


def changed(folder: Path, old: str, new: str) -> Path:
    """A copy of the pack of Corvane with one sentence of it changed."""
    written = {file.name: file.read_text(encoding="utf-8") for file in CORVANE.iterdir()}
    assert any(old in text for text in written.values())
    for name, text in written.items():
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def test_corvane_is_read_whole(corvane: CountryPack) -> None:
    assert corvane.name.fr == "République de Corvane"
    assert len(corvane.regions) == 8
    assert corvane.weekend == {5, 6}
    assert corvane.protected_period_days == 30
    first = corvane.clocks["first_decision"]
    assert (first.amount, first.unit, first.cites) == (5, "working_days", ("S0 ¶5",))


def test_every_number_of_corvane_is_on_a_prefix_no_country_has(corvane: CountryPack) -> None:
    assert all(number.phone.startswith("+999 555 01") for number in corvane.numbers.values())


@pytest.mark.parametrize(
    ("year", "sunday"),
    [(1961, date(1961, 4, 2)), (2000, date(2000, 4, 23)), (2026, date(2026, 4, 5)),
     (2027, date(2027, 3, 28)), (2038, date(2038, 4, 25)), (2285, date(2285, 3, 22))],
)  # fmt: skip
def test_easter_falls_where_the_calendar_says(year: int, sunday: date) -> None:
    assert easter(year) == sunday


def by_full_moon(year: int) -> date:
    """Another way to Easter: the Sunday after the ecclesiastical full moon (Clavius, Knuth)."""
    golden, century = year % 19 + 1, year // 100 + 1
    skipped, drift = 3 * century // 4 - 12, (8 * century + 5) // 25 - 5
    epact = (11 * golden + 20 + drift - skipped) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    moon = date(year, 3, 1) + timedelta(days=43 - epact if epact < 24 else 73 - epact)
    return moon + timedelta(days=7 - (moon.weekday() + 1) % 7)


def test_easter_agrees_with_the_full_moon_for_two_thousand_years() -> None:
    assert [year for year in range(1583, 3600) if easter(year) != by_full_moon(year)] == []


@given(st.integers(1900, 2300))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    sunday = easter(year)
    assert sunday.weekday() == 6
    assert date(year, 3, 22) <= sunday <= date(year, 4, 25)


@given(st.integers(1900, 2300))
def test_corvane_keeps_eight_holidays_a_year_or_fewer_when_two_meet(year: int) -> None:
    pack = load(CORVANE)
    days = pack.holidays(year)
    assert {day.year for day in days} == {year}
    assert easter(year) + timedelta(days=39) in days
    assert 7 <= len(days) <= 8
    assert set(pack.holiday_names(year)) == days


def test_the_next_working_day_steps_over_the_weekend_and_the_holiday(corvane: CountryPack) -> None:
    good_saturday = date(2026, 4, 4)
    assert corvane.next_working_day(good_saturday) == date(2026, 4, 7)
    assert corvane.next_working_day(date(2026, 4, 8)) == date(2026, 4, 8)


def test_dates_announced_year_by_year_fall_only_when_announced(tmp_path: Path) -> None:
    pack = load(changed(tmp_path, 'on = "09-09"', "dates = [2026-03-20, 2027-03-10]"))
    assert date(2026, 3, 20) in pack.holidays(2026)
    assert date(2028, 3, 10) not in pack.holidays(2028)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"Etc/GMT-1"', '"Nowhere/Town"', "timezone: 'Nowhere/Town' is no time zone"),
        ('"saturday"', '"samedi"', "weekend: 'samedi' is no day of the week"),
        ('"working_days"', '"weeks"', "clock[first_decision].unit: should be one of days, hours"),
        ("amount = 24", "amount = 0", "clock[triage].amount: should be 1 or more, is 0"),
        ("amount = 30", "amount = 29", "clock[protected_period].amount: the protected period is"),
        (
            'code = "offer_reply_urgent"',
            'code = "urgent"',
            "clock: 'offer_reply_urgent' is missing",
        ),
        (
            'amount = 48\nunit = "hours"\ncites',
            'amount = 2\nunit = "days"\ncites',
            "clock[places_fresh].unit: how long a number of places is fresh",
        ),
        (
            'duty = ["competent_authority"]',
            'duty = ["judge"]',
            "clock[first_decision].duty: 'judge' is not in the list of mandates",
        ),
        (
            'holds = ["confirmed", "not_confirmed"]',
            'holds = ["presumed"]',
            "clock[protected_period].holds: 'presumed' is not among ends",
        ),
        (
            'holds = ["confirmed", "not_confirmed"]',
            "",
            "clock[protected_period].holds: the protected period holds back",
        ),
        (
            'pauses = ["more_information", "suspended"]',
            'pauses = ["presumed"]',
            "clock[first_decision].pauses: 'presumed' is among ends too",
        ),
        ('starts = ["signal"]', "", "clock[triage].starts: is missing, and there is ends"),
        ('ends = ["screened", "not_referred"]', "", "clock[triage].ends: is missing"),
        (
            "amount = 1\n",
            "amount = 1\nextend = -1\n",
            "clock[offer_reply_urgent].extend: should be",
        ),
        (
            'amount = 60\nunit = "days"\nanchor',
            'amount = 60\nunit = "months"\nanchor',
            "clock[stay_60].unit: should be one of days, is 'months'",
        ),
        ('anchor = "stay_end"', 'anchor = "christmas"', "clock[stay_60].anchor: should be one of"),
        (
            'anchor = "stay_end"\nduty = ["case_management", "coordinator"]',
            'anchor = "stay_end"',
            "clock[stay_60].duty: is missing, and there is anchor",
        ),
        (
            'anchor = "stay_end"',
            'anchor = "stay_end"\nextend = 3',
            "clock[stay_60].extend: does not go with anchor",
        ),
        ("return_assessment_days = 90", "", "return_assessment_days: is missing"),
        ('code = "bureau"', 'code = "desk"', "number: 'bureau' is missing"),
        ('"+999 555 0140"', '"call us"', "number[helpline].phone: 'call us' is no telephone"),
        ('on = "05-01"', 'on = "02-29"', "holiday[Labour Day].on: '02-29' is no day of every"),
        ('on = "05-01"', "", "holiday[Labour Day].on: give exactly one of on, after_easter, dates"),
        ('code = "QV02"', 'code = "QV01"', "region[QV01].code: 'QV01' is written twice"),
        ('languages = ["en", "fr"]', 'languages = ["xx"]', "languages: 'xx' is not in the list"),
        ('"https://www.example.org/"', '"http://x.org"', "exit_site: should begin with https://"),
        ('capital_fr = "Vessarine"', "", "capital_fr: is missing"),
    ],
)
def test_a_faulty_pack_names_its_file_and_key(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    with pytest.raises(DataError) as refused:
        load(changed(tmp_path, old, new))
    file = "clocks.toml" if message.startswith("clock") else "country.toml"
    assert str(refused.value).startswith(f"{file}: {message}")


def test_a_pack_without_an_alarm_before_the_end_of_a_stay_is_refused(tmp_path: Path) -> None:
    changed(tmp_path, 'anchor = "stay_end"', 'anchor = "arrival"')
    clocks = tmp_path / "clocks.toml"
    clocks.write_text(clocks.read_text().replace('anchor = "stay_end"', 'anchor = "arrival"'))
    with pytest.raises(DataError, match="no clock has the anchor 'stay_end'"):
        load(tmp_path)
