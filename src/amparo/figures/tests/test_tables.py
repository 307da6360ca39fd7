"""Small counts are hidden in every form in which they leave the house, all years together."""

import csv
import re
from collections import Counter
from collections.abc import Callable
from html import unescape
from itertools import product

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from amparo.figures.charts import bar_spec
from amparo.figures.exports import HEADER
from amparo.figures.presenters import by_form, by_year, cross_table
from amparo.figures.queries import answer, tables
from amparo.figures.tables import ALL, THRESHOLD, TOTAL, Cell, categories, protected
from amparo.figures.tests.plain import YEARS, write, write_counts, write_years
from amparo.figures.words import form_label
from amparo.methods import clock
from amparo.methods.disclosure import Published, TableError, attack, subtract
from amparo.people.models import User
from support.cast import Cast

Browser = Callable[[User], Client]
Cells = dict[Cell, int]


def truth(year: int) -> Cells:
    """Every cell of the year with its margins, added up here without the product's own code."""
    found: Cells = Counter()
    for form, sex, age, files in YEARS[year]:
        for cell in product((form, TOTAL), (sex, TOTAL), (age, TOTAL)):
            found[cell] += files
    return found


def read_csv(client: Client, query: str = "") -> list[dict[str, str]]:
    response = client.get(reverse("figures:csv") + query)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(response.content.decode().splitlines()))


@pytest.mark.parametrize("year", YEARS)
def test_what_is_shown_is_true_and_never_small(db: None, year: int) -> None:
    write_years()
    shown = {c: n for c, n in tables()[year].values.items() if n is not None}
    assert shown == {cell: truth(year).get(cell, 0) for cell in shown}
    assert not [n for n in shown.values() if 0 < n < THRESHOLD]
    assert shown[ALL] == sum(files for *_cell, files in YEARS[year])


@pytest.mark.parametrize("year", YEARS)
def test_no_small_count_can_be_subtracted(db: None, year: int) -> None:
    write_years()
    published, small = tables()[year], [c for c, n in truth(year).items() if n < THRESHOLD]
    assert len(small) > 10
    assert not subtract(published).keys() & set(small)
    known = attack(published, small)
    assert not [cell for cell, interval in known.items() if interval.shows_small(THRESHOLD)]


def test_an_outsider_with_every_file_page_and_chart_finds_none(
    cast: Cast, client_of: Browser
) -> None:
    """Rebuild from the CSV and the pages all that was shown, then attack that."""
    write_years()
    client = client_of(cast.statistician)
    rows = read_csv(client)
    for year in YEARS:
        values: dict[Cell, int | None] = {
            (row["form"], row["sex"], row["age"]): int(row["value"]) if row["value"] else None
            for row in rows
            if row["year"] == str(year)
        }
        seen = Published(categories(), values, mark_means_at_least=1)
        small = [cell for cell, files in truth(year).items() if files < THRESHOLD]
        intervals = attack(seen, small).values()
        assert not any(interval.shows_small(THRESHOLD) for interval in intervals)
        forms = {values[form, TOTAL, TOTAL] for form in categories()["form"]}
        assert {bar.value for bar in by_form(year, tables()[year]).bars} == forms - {0, None}
    totals = {int(row["value"]) for row in rows if (row["form"], row["sex"], row["age"]) == ALL}
    assert {bar.value for bar in by_year(tables(), 2026).bars} == totals


def test_the_years_together_tell_no_more_than_each(db: None) -> None:
    """A year of three files is withheld whole, and the sum of all years does not bring it back."""
    write_years()
    write((2023, "SEXUAL", "F", "adult"), times=3)
    assert tables()[2023].values[ALL] is None
    told = sum(tables()[year].values[ALL] or 0 for year in YEARS)
    assert answer().files == told


def test_a_table_of_other_codes_is_refused_aloud(db: None) -> None:
    with pytest.raises(TableError, match="PIRACY"):
        protected({("PIRACY", "F", "adult"): 9})


def test_the_protected_table_follows_the_counts(db: None) -> None:
    write((2025, "LABOUR", "M", "adult"), times=10)
    assert tables()[2025].values[ALL] == 10
    write((2025, "LABOUR", "M", "adult"))
    assert tables()[2025].values[ALL] == 11


def test_the_file_says_the_same_as_the_page(cast: Cast, client_of: Browser) -> None:
    write_years()
    client = client_of(cast.statistician)
    rows = {
        (row["form"], row["sex"], row["age"]): row["value"] or "withheld"
        for row in read_csv(client, "?year=2025")
    }
    published = tables()[2025]
    html = client.get(reverse("figures:table"), {"year": "2025"}).content.decode()
    body = html.split('<div class="crosstab"')[1].split("<tbody>")[1].split("</tbody>")[0]
    cells = [re.sub(r"<[^>]+>|\s", "", td) for td in re.findall(r"<td.*?</td>", body, re.DOTALL)]
    cross = cross_table(2025, published)
    assert cells == ["withheld" if cell is None else str(cell) for cell in cross.cells]
    assert Counter(cell for cell in cells if cell not in ("0", "withheld")) == Counter(
        value for value in rows.values() if value not in ("0", "withheld")
    )
    assert cells.count("withheld") == list(rows.values()).count("withheld")


def test_every_line_of_the_file_has_its_codes(cast: Cast, client_of: Browser) -> None:
    write_years()
    rows = read_csv(client_of(cast.statistician))
    assert tuple(rows[0]) == HEADER
    codes = {(row["value"] == "", row["obs_status"], row["conf_status"]) for row in rows}
    assert codes == {(True, "Q", "C"), (False, "A", "F")}
    assert [row["year"] for row in rows] == sorted((row["year"] for row in rows), reverse=True)
    size = (len(categories()["form"]) + 1) * 5 * 4
    assert Counter(row["year"] for row in rows) == {"2025": size, "2024": size}


def test_the_current_year_is_provisional(cast: Cast, client_of: Browser) -> None:
    write((clock.now().year, "LABOUR", "M", "adult"), times=9)
    client = client_of(cast.statistician)
    assert {row["obs_status"] for row in read_csv(client) if row["value"]} == {"P"}
    assert "provisional" in client.get(reverse("figures:table")).content.decode()


def test_the_file_reads_the_same_each_time(cast: Cast, client_of: Browser) -> None:
    write_years()
    client, address = client_of(cast.statistician), reverse("figures:csv")
    assert client.get(address).content == client.get(address).content


def test_the_charts_hold_only_what_is_shown(db: None) -> None:
    write_years()
    published = tables()[2024]
    chart = by_form(2024, published)
    totals = {form_label(f): published.values[f, TOTAL, TOTAL] for f in categories()["form"]}
    assert {bar.label: bar.value for bar in chart.bars} == {f: n for f, n in totals.items() if n}
    assert set(chart.withheld) == {form for form, files in totals.items() if files is None}
    assert chart.bars
    assert chart.withheld
    rows = bar_spec(chart.bars)["data"]["values"]
    assert [row["value"] for row in rows] == sorted((n for n in totals.values() if n), reverse=True)


def test_withheld_forms_stand_in_the_order_of_the_list_not_of_their_size(db: None) -> None:
    write_counts(
        2025,
        [("LABOUR", "M", "adult", 20), ("CHILD_LABOUR", "M", "child", 1),
         ("BEGGING", "M", "child", 2), ("ORGANS", "M", "adult", 4)],
    )  # fmt: skip
    withheld = by_form(2025, tables()[2025]).withheld
    listed = [form_label(form) for form in categories()["form"]]
    assert len(withheld) >= 3
    assert list(withheld) == sorted(withheld, key=listed.index)


def test_labels_and_sentences_are_in_the_readers_language(cast: Cast, client_of: Browser) -> None:
    write_years()
    client = client_of(cast.statistician)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "fr"
    labels = {row["form"]: row["form_label"] for row in read_csv(client, "?year=2025")}
    assert labels["LABOUR"] == "Travail forcé"
    html = unescape(client.get(reverse("figures:table")).content.decode())
    assert "Servitude domestique" in html


def test_numbers_in_a_chart_are_written_as_the_language_writes_them(db: None) -> None:
    write((2025, "LABOUR", "M", "adult"), times=1200)
    with override("fr"):
        words = by_form(2025, tables()[2025]).bars[0].words
    assert words == "1\u202f200"
