"""Acts alleged: each person once, followed from the file, and protected as the rest."""

import csv
import re
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from html import unescape
from itertools import product

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from amparo.access.acting import acting_as
from amparo.cases.models import Case
from amparo.figures.actions import rebuild
from amparo.figures.alleged import by_outcome, by_person
from amparo.figures.exports import OF_ALLEGATIONS
from amparo.figures.facts import token
from amparo.figures.models import Fact
from amparo.figures.non_punishment import OPEN, OUTCOMES, dimensions
from amparo.figures.queries import allegations
from amparo.figures.tables import ALL, THRESHOLD, TOTAL, Cell
from amparo.figures.tests.plain import write
from amparo.justice.actions.non_punishment import allege, note_outcome, plead
from amparo.justice.models import Allegation, AllegationOutcome, Plea
from amparo.methods import clock
from amparo.methods.disclosure import Published, attack, subtract
from amparo.people.country import today
from amparo.people.models import User
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]
PAGE, CSV = "/figures/", "/figures/non-punishment.csv"
MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

# So many persons of each kind in two years: (asked, outcome, sex, age, persons).
YEARS = {
    2024: (
        (True, "unpunished", "M", "adult", 9), (True, "open", "M", "adult", 6),
        (True, "unpunished", "F", "child", 2), (False, "punished", "M", "child", 1),
        (True, "unpunished", "F", "adult", 7), (False, "open", "X", "adult", 1),
        (True, "punished", "F", "adult", 3),
    ),
    2025: (
        (True, "unpunished", "M", "adult", 11), (True, "unpunished", "M", "child", 6),
        (True, "open", "F", "adult", 8), (False, "open", "F", "adult", 2),
        (True, "punished", "M", "adult", 4), (True, "unknown", "U", "unknown", 1),
    ),
}  # fmt: skip


def write_years() -> None:
    """All in files of one year: what is counted is when acts were alleged."""
    for year, rows in YEARS.items():
        for asked, outcome, sex, age, persons in rows:
            write(
                (2024, "CRIMINALITY", sex, age), times=persons, asked=asked, alleged_year=year,
                allegation_outcome=outcome,
            )  # fmt: skip
    write((2025, "LABOUR", "M", "adult"), times=30)


def truth(year: int) -> dict[Cell, int]:
    """Every cell of the year with its margins, added up here without the product's own code."""
    found: Counter[Cell] = Counter()
    for _asked, outcome, sex, age, persons in YEARS[year]:
        for cell in product((outcome, TOTAL), (sex, TOTAL), (age, TOTAL)):
            found[cell] += persons
    return found


# As a reader of the list would sort its outcomes.
PLAIN = {"dropped": "unpunished", "acquitted": "unpunished", "punished": "punished"}


def fact_of(case: Case) -> tuple[int | None, bool, str]:
    fact = Fact.objects.get(token=token(case.pk))
    return fact.alleged_year, fact.asked, fact.allegation_outcome


def raised(case: Case, cast: Cast) -> Allegation:
    return allege(case, by=cast.manager_a, acts=("theft",), stage="charged", office="prosecutor")


def asked_for(case: Case, row: Allegation, cast: Cast) -> None:
    plead(case, row.pk, by=cast.manager_a, office="prosecutor", day=today())


def ended(case: Case, row: Allegation, cast: Cast, outcome: str) -> None:
    note_outcome(case, row.pk, by=cast.manager_a, outcome=outcome, day=today())


def read_csv(client: Client, query: str = "") -> list[dict[str, str]]:
    response = client.get(CSV + query)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(response.content.decode().splitlines()))


def test_a_fact_follows_what_is_alleged_asked_and_ended(cast: Cast) -> None:
    case = files.received(cast)
    assert fact_of(case) == (None, False, "")
    year = today().year
    row = raised(case, cast)
    assert fact_of(case) == (year, False, OPEN)
    asked_for(case, row, cast)
    assert fact_of(case) == (year, True, OPEN)
    ended(case, row, cast, "punished")
    assert fact_of(case) == (year, True, "punished")
    ended(case, row, cast, "expunged")  # an appeal changes it
    assert fact_of(case) == (year, True, "unpunished")


def test_what_is_open_outweighs_what_has_ended_and_a_punishment_any_other_end(cast: Cast) -> None:
    case = files.received(cast)
    first, second = raised(case, cast), raised(case, cast)
    ended(case, first, cast, "punished")
    assert fact_of(case)[2] == OPEN
    ended(case, second, cast, "not_prosecuted")
    assert fact_of(case)[2] == "punished"
    ended(case, first, cast, "expunged")
    assert fact_of(case)[2] == "unpunished"


def test_a_person_counts_in_the_year_in_which_acts_were_first_alleged(cast: Cast) -> None:
    with clock.at(MORNING.replace(year=2025)):
        case = files.received(cast)
    with clock.at(MORNING):
        raised(case, cast)
    assert Fact.objects.get(token=token(case.pk)).year == 2025
    assert fact_of(case)[0] == 2026


def test_the_counts_are_those_of_a_plain_count_of_the_rows(cast: Cast) -> None:
    plain: Counter[Cell] = Counter()
    asked = 0
    for number, outcome in enumerate(["", "", "dropped", "punished", "dropped", "acquitted"]):
        sex, age = "FM"[number % 2], ("adult", "child")[number % 3 == 0]
        case = files.received(cast, sex=sex, age=age)
        row = raised(case, cast)
        if number % 2:
            asked_for(case, row, cast)
        if outcome:
            ended(case, row, cast, outcome)
    files.received(cast)  # nothing is alleged against this person
    with acting_as(cast.coordinator):
        for row in Allegation.objects.select_related("case").order_by("at"):
            asked += Plea.objects.filter(allegation=row).exists()
            last = AllegationOutcome.objects.filter(allegation=row).order_by("number").last()
            outcome = PLAIN[last.outcome] if last else "open"
            plain[outcome, row.case.sex, row.case.age_status] += 1
    assert sum(plain.values()) == 6
    for _ in range(2):
        assert Fact.objects.all().alleged() == {today().year: plain}
        assert Fact.objects.all().asked_for() == {today().year: asked} == {today().year: 3}
        rebuild(by=cast.coordinator)


@pytest.mark.parametrize("year", YEARS)
def test_what_is_shown_is_true_and_never_small(db: None, year: int) -> None:
    write_years()
    values = allegations()[year].published.values
    shown = {c: n for c, n in values.items() if n is not None}
    assert shown == {cell: truth(year).get(cell, 0) for cell in shown}
    assert not [n for n in shown.values() if 0 < n < THRESHOLD]
    assert shown[ALL] == sum(persons for *_cell, persons in YEARS[year])


@pytest.mark.parametrize("year", YEARS)
def test_no_small_count_can_be_worked_out_of_the_file(
    cast: Cast, client_of: Browser, year: int
) -> None:
    write_years()
    rows = read_csv(client_of(cast.statistician), f"?year={year}")
    values: dict[Cell, int | None] = {
        (row["outcome"], row["sex"], row["age"]): int(row["value"]) if row["value"] else None
        for row in rows
        if row["request"] == TOTAL
    }
    assert values == allegations(year)[year].published.values
    seen = Published(dimensions(), values, mark_means_at_least=1)
    small = [cell for cell, persons in truth(year).items() if persons < THRESHOLD]
    assert len(small) > 10
    assert not subtract(seen).keys() & set(small)
    assert not any(each.shows_small(THRESHOLD) for each in attack(seen, small).values())


def test_the_page_shows_what_the_file_says(cast: Cast, client_of: Browser) -> None:
    write_years()
    published = allegations()[2025].published
    html = unescape(client_of(cast.statistician).get(PAGE, {"year": "2025"}).content.decode())
    body = html.split('<div class="crosstab"')[2].split("<tbody>")[1].split("</tbody>")[0]
    cells = [re.sub(r"<[^>]+>|\s", "", td) for td in re.findall(r"<td.*?</td>", body, re.DOTALL)]
    cross = by_person(2025, published)
    assert cells == ["withheld" if cell is None else str(cell) for cell in cross.cells]
    assert "Acts were alleged against 32 persons in 2025" in html
    assert "S4-V ¶6" in html
    assert "For how many of them an office was asked" in html  # two were not: withheld
    lines = {line.label: line.groups[0][-1] for line in cross.lines}
    assert lines["Persons"] == 32
    assert lines["Punished"] == published.values["punished", TOTAL, TOTAL]
    bars = {bar.value for bar in by_outcome(2025, published).bars}
    assert bars == {published.values[code, TOTAL, TOTAL] for code in OUTCOMES} - {0, None}


@pytest.mark.parametrize(
    ("asked", "others", "said"),
    [(9, 6, (9, 6)), (9, 0, (9, 0)), (0, 9, (0, 9)), (4, 9, None), (9, 4, None), (2, 1, None)],
)  # fmt: skip
def test_a_request_is_shown_where_neither_it_nor_its_rest_is_small(
    db: None, asked: int, others: int, said: tuple[int, int] | None
) -> None:
    more = {"alleged_year": 2025, "allegation_outcome": "unpunished"}
    write((2025, "LABOUR", "F", "adult"), times=asked, asked=True, **more)
    write((2025, "LABOUR", "F", "adult"), times=others, asked=False, **more)
    found = allegations()[2025]
    assert (found.asked, found.not_asked) == (said or (None, None))


def test_the_file_ends_each_year_with_its_requests(cast: Cast, client_of: Browser) -> None:
    more = {"alleged_year": 2025, "allegation_outcome": "open"}
    write((2025, "LABOUR", "F", "adult"), times=9, asked=True, **more)
    write((2025, "LABOUR", "F", "adult"), times=6, asked=False, **more)
    rows = read_csv(client_of(cast.statistician))[-2:]
    assert [(row["request"], row["value"]) for row in rows] == [("asked", "9"), ("not_asked", "6")]
    assert {row["outcome"] for row in rows} == {TOTAL}


def test_a_year_without_an_allegation_says_so(cast: Cast, client_of: Browser) -> None:
    write((2023, "LABOUR", "M", "adult"), times=9)
    client = client_of(cast.statistician)
    assert "nothing was written down against anybody" in client.get(PAGE).content.decode()
    assert read_csv(client) == []
    assert client.get(CSV, {"year": "2023"}).status_code == 404


def test_the_file_names_outcomes_in_the_readers_language(cast: Cast, client_of: Browser) -> None:
    write_years()
    client = client_of(cast.statistician)
    rows = read_csv(client, "?year=2024")
    assert tuple(rows[0]) == OF_ALLEGATIONS
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "fr"
    labels = {row["outcome"]: row["outcome_label"] for row in read_csv(client)}
    assert labels["punished"] == "Sanctionnée"
    assert labels["open"] == "Encore en cours"


def test_who_may_not_see_figures_sees_none_of_this(cast: Cast, client_of: Browser) -> None:
    write_years()
    assert client_of(cast.stranger).get(reverse("figures:non_punishment_csv")).status_code == 403
    assert client_of(cast.stranger).get(PAGE).status_code == 403
    assert client_of(cast.provider).get(CSV).status_code == 200
