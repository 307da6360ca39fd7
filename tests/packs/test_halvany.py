"""A second country, to show that nothing of the first stands in the code."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.test import Client
from pytest_django import Settings

from amparo.cases.clocks.rules import faults
from amparo.cases.tests.steps import clocks_of
from amparo.methods import clock
from amparo.people.country import country
from amparo.people.models import User
from amparo.vocab.country import load
from repo.sources import ROOT
from support import files
from support.cast import Cast

HALVANY = ROOT / "tests" / "packs" / "halvany"
CORVANE = ROOT / "src" / "amparo" / "demo" / "country"
Browser = Callable[[User], Client]
THURSDAY = datetime(2027, 2, 25, 9, 0, tzinfo=UTC)  # the next days of work: 28 February, 2 March


@pytest.fixture(autouse=True)
def here(settings: Settings) -> None:
    settings.COUNTRY = HALVANY


def test_the_second_pack_is_read_whole_and_fits_the_tracks() -> None:
    assert country().name.fr == "Royaume de Halvanie"
    assert list(faults(HALVANY / "clocks.toml")) == []
    assert not [found for found in run_checks() if (found.id or "").startswith("amparo.cases")]


def test_days_of_work_are_those_of_the_country_at_hand() -> None:
    assert not country().is_working_day(date(2027, 2, 26))  # a Friday
    assert country().is_working_day(date(2027, 2, 28))  # a Sunday
    assert not country().is_working_day(date(2027, 3, 1))  # the day of the crown
    assert not country().is_working_day(date(2027, 3, 9))  # the new moon of that year


def test_a_file_runs_on_the_clocks_of_the_country_at_hand(cast: Cast) -> None:
    with clock.at(THURSDAY):
        case = files.referred(cast)
        rows = clocks_of(case, cast)
        assert {code: row.due_at for code, row in rows.items()} == {
            "acknowledge": datetime(2027, 3, 2, 9, 0, tzinfo=UTC)
        }
        case = files.presumed(cast)
    period = clocks_of(case, cast)["protected_period"]
    assert period.due_at == THURSDAY + timedelta(days=45) - timedelta(hours=1)  # summer time came
    assert period.holds == ["confirmed", "not_confirmed", "withdrawn"]


def test_pages_name_this_country_and_nothing_of_the_other(cast: Cast, client_of: Browser) -> None:
    case = files.referred(cast)
    client = client_of(cast.coordinator)
    said = "".join(
        client.get(path).content.decode()
        for path in ("/", f"/files/{case.reference}/", "/files/due/", "/files/")
    )
    assert "Receive the file" in said
    assert not [word for word in words_of(CORVANE) if word in said]


def words_of(folder: Path) -> set[str]:
    """What only this country has: its name, its numbers, the codes of its regions."""
    pack = load(folder)
    offices = [*pack.numbers.values(), *pack.complaints.values()]
    return {pack.name.en, pack.name.fr, pack.adjective.en, *(each.phone for each in offices),
            *pack.regions}  # fmt: skip


def test_no_code_knows_a_word_of_any_country() -> None:
    sources = [
        path
        for path in (ROOT / "src").rglob("*.*")
        if path.suffix in {".py", ".html", ".toml", ".js", ".css"}
        and not {"demo", "tests"} & set(path.relative_to(ROOT).parts)
    ]
    assert len(sources) > 300
    words = words_of(CORVANE) | words_of(HALVANY) | {"Corvan", "Halvan", "QV0"}
    known = re.compile("|".join(map(re.escape, sorted(words))))
    found = [
        f"{path.relative_to(ROOT)}: {hit[0]}"
        for path in sources
        if (hit := known.search(path.read_text(encoding="utf-8")))
    ]
    assert found == []
