"""A country pack: what one country decides, as a folder of data. No country's law is a constant."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from amparo.vocab.areas import Rings, read_areas
from amparo.vocab.clocks import ClockRule, read_clocks
from amparo.vocab.codelists import CodeList
from amparo.vocab.codelists import load as load_list
from amparo.vocab.datafile import DataError, Entry, Text, coded, read
from amparo.vocab.extrafields import ExtraField, read_fields
from amparo.vocab.holidays import Holiday, read_holiday
from amparo.vocab.letters import OwnLetter, read_letters
from amparo.vocab.ownlists import read_lists
from amparo.vocab.retention import RetentionRule, read_rule

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DECISIONS = ("first", "final")
PARTS = ("areas.geojson", "clocks.toml", "country.toml", "fields.toml", "letters", "lists")
NUMBERS = ("emergency", "helpline", "child_protection", "bureau")
PHONE = re.compile(r"\+?[1-9]\d{1,14}")  # E.164, as HTCDS 2.0 writes it, once spaces are gone


@dataclass(frozen=True)
class PhoneNumber:
    code: str
    label: Text
    phone: str
    hours: Text


@dataclass(frozen=True)
class Region:
    code: str
    label: Text


@dataclass(frozen=True)
class CountryPack:
    """Everything that depends on the country; `weekend` counts Monday as 0."""

    code: str
    name: Text
    adjective: Text
    capital: Text
    timezone: str
    weekend: frozenset[int]
    holiday_rules: tuple[Holiday, ...]
    clocks: dict[str, ClockRule]
    numbers: dict[str, PhoneNumber]
    regions: dict[str, Region]
    languages: tuple[str, ...]
    exit_site: str
    complaints: dict[str, PhoneNumber]
    retention: dict[str, RetentionRule]
    names_readers: bool
    second_person: frozenset[str]
    return_assessment_days: int
    own_lists: dict[str, CodeList]
    fields: dict[str, ExtraField]
    letters: dict[tuple[str, str], OwnLetter]
    areas: dict[str, Rings]

    @property
    def protected_period_days(self) -> int:
        return self.clocks["protected_period"].amount

    def list_of(self, name: str) -> CodeList:
        """The list as this country uses it; raises DataError for a list that is not there."""
        return self.own_lists.get(name) or load_list(name)

    def fields_of(self, form: str) -> list[ExtraField]:
        """What this country asks besides on a form, in the order of its file."""
        return [each for each in self.fields.values() if each.form == form and not each.retired]

    def letter(self, name: str, language: str) -> OwnLetter | None:
        """The country's own template of a letter: that of the language, else one for them all."""
        return self.letters.get((name, language)) or self.letters.get((name, ""))

    def holidays(self, year: int) -> set[date]:
        return {day for rule in self.holiday_rules for day in rule.days(year)}

    def holiday_names(self, year: int) -> dict[date, Text]:
        return {day: rule.label for rule in self.holiday_rules for day in rule.days(year)}

    def is_working_day(self, day: date) -> bool:
        return day.weekday() not in self.weekend and day not in self.holidays(day.year)

    def next_working_day(self, day: date) -> date:
        """`day` itself when people work on it."""
        while not self.is_working_day(day):
            day += timedelta(days=1)
        return day


@cache
def load(folder: Path) -> CountryPack:
    """Read the files of `folder`; raises DataError that names the file and the key at fault."""
    sheet = read(folder / "country.toml")
    _refuse_strangers(folder)
    regions = {region.code: region for region in _regions(sheet)}
    pack = CountryPack(
        code=sheet.text("code"),
        name=sheet.both("name"),
        adjective=sheet.both("adjective"),
        capital=sheet.both("capital"),
        timezone=_timezone(sheet),
        weekend=_weekend(sheet),
        holiday_rules=tuple(read_holiday(entry) for entry in sheet.tables("holiday", "en")),
        clocks=read_clocks(folder / "clocks.toml"),
        numbers={number.code: number for number in _numbers(sheet)},
        regions=regions,
        languages=_languages(sheet),
        exit_site=_exit_site(sheet),
        complaints={office.code: office for office in _complaints(sheet)},
        retention={rule.code: rule for rule in _retention(sheet)},
        # Whether a person learns who looked by the officer's name; else by function and unit.
        names_readers=sheet.flag("names_readers", False),
        second_person=_second_person(sheet),
        # How old the assessment of a return's risks may be when somebody decides or travels.
        return_assessment_days=sheet.number("return_assessment_days", least=1),
        own_lists=read_lists(folder / "lists"),
        fields=read_fields(folder / "fields.toml"),
        letters=read_letters(folder / "letters"),
        areas=read_areas(folder / "areas.geojson", regions),
    )
    sheet.close()
    return pack


def _refuse_strangers(folder: Path) -> None:
    """What no part of a pack is called, a misspelt name, would be read by nobody."""
    for path in sorted(folder.iterdir()):
        if path.name not in PARTS and path.suffix != ".md" and not path.name.startswith("."):
            raise DataError(f"{path.name}: is no part of a pack; there are {', '.join(PARTS)}")


def _timezone(sheet: Entry) -> str:
    name = sheet.text("timezone")
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise sheet.error("timezone", f"{name!r} is no time zone") from None
    return name


def _weekend(sheet: Entry) -> frozenset[int]:
    days = sheet.words("weekend")
    for day in days:
        if day not in WEEKDAYS:
            raise sheet.error("weekend", f"{day!r} is no day of the week")
    if len(set(days)) == len(WEEKDAYS):
        raise sheet.error("weekend", "leaves no working day")
    return frozenset(WEEKDAYS.index(day) for day in days)


def _numbers(sheet: Entry) -> list[PhoneNumber]:
    return [_number(code, entry) for code, entry in coded(sheet, "number", NUMBERS)]


def _complaints(sheet: Entry) -> list[PhoneNumber]:
    """Whom a person may complain to about us; nobody may be left without one."""
    offices = [_number(code, entry) for code, entry in coded(sheet, "complaint", ())]
    if not offices:
        raise sheet.error("complaint", "is missing")
    return offices


def _number(code: str, entry: Entry) -> PhoneNumber:
    phone = entry.text("phone")
    if not PHONE.fullmatch(phone.replace(" ", "")):
        raise entry.error("phone", f"{phone!r} is no telephone number")
    number = PhoneNumber(code, entry.both(), phone, entry.both("hours"))
    entry.close()
    return number


def _retention(sheet: Entry) -> list[RetentionRule]:
    return [read_rule(code, entry) for code, entry in coded(sheet, "retention", ())]


def _regions(sheet: Entry) -> list[Region]:
    regions = []
    for code, entry in coded(sheet, "region", ()):
        regions.append(Region(code, entry.both()))
        entry.close()
    if not regions:
        raise sheet.error("region", "is missing")
    return regions


def _languages(sheet: Entry) -> tuple[str, ...]:
    known, chosen = load_list("languages"), sheet.words("languages")
    for code in chosen:
        if code not in known:
            raise sheet.error("languages", f"{code!r} is not in the list of languages")
    if not chosen:
        raise sheet.error("languages", "is missing")
    return chosen


def _second_person(sheet: Entry) -> frozenset[str]:
    """The steps of the identification that one officer alone does not decide."""
    steps = sheet.words("second_person")
    for step in steps:
        if step not in DECISIONS:
            raise sheet.error("second_person", f"{step!r} is neither {' nor '.join(DECISIONS)}")
    return frozenset(steps)


def _exit_site(sheet: Entry) -> str:
    site = sheet.text("exit_site")
    if not site.startswith("https://"):
        raise sheet.error("exit_site", "should begin with https://")
    return site
