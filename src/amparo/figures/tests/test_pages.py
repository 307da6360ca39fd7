"""The page of figures, as a browser gets it."""

from collections.abc import Callable
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from amparo.figures.charts import Bar, draw
from amparo.figures.tests.plain import write, write_years
from amparo.people.models import User
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]
PAGE, CSV = "/figures/", "/figures/figures.csv"


def page(client: Client, query: str = "") -> str:
    response = client.get(f"{PAGE}{query}")
    assert response.status_code == 200
    return unescape(response.content.decode())


def test_the_latest_year_stands_first(cast: Cast, client_of: Browser) -> None:
    write_years()
    html = page(client_of(cast.statistician))
    assert "Who was noticed in 2025?" in html
    assert html.index("?year=2025") < html.index("?year=2024")


def test_each_chart_says_its_finding_in_a_sentence(cast: Cast, client_of: Browser) -> None:
    write_years()
    html = page(client_of(cast.statistician), "?year=2025")
    assert "56 files were opened in 2025, 21 more than in 2024." in html
    assert "The largest count that can be shown for 2025 is forced labour: 21 of 56 files." in html


def test_the_page_says_what_is_counted_and_what_it_serves(cast: Cast, client_of: Browser) -> None:
    write_years()
    html = page(client_of(cast.statistician))
    for words in ("Noticed, not all there are", "Which date counts", "provisional", "Version 2026"):
        assert words in html
    for paragraph in ("S3 ¶8", "S2 ¶21", "S0 ¶5"):
        assert paragraph in html


def test_hidden_cells_say_so_and_give_no_reason(cast: Cast, client_of: Browser) -> None:
    write_years()
    html = page(client_of(cast.statistician), "?year=2024")
    assert '<span class="withheld">withheld</span>' in html
    table = html[html.index("<table") : html.index("</table>")].lower()
    assert "primary" not in table
    assert "secondary" not in table


def test_forms_without_a_file_are_named_once_below_the_table(
    cast: Cast, client_of: Browser
) -> None:
    write((2025, "LABOUR", "M", "adult"), times=20)
    html = page(client_of(cast.statistician))
    assert html.count("Removal of organs") == 1


def test_before_the_first_file_the_page_says_how_figures_come(
    cast: Cast, client_of: Browser
) -> None:
    assert "They begin with the first file" in page(client_of(cast.statistician))


@pytest.mark.parametrize("query", ["?year=1999", "?year=x", "?year=٢٠٢٥", "?year=20250", "?year="])
@pytest.mark.parametrize("address", [PAGE, CSV])
def test_a_year_that_is_not_there_is_not_found(
    cast: Cast, client_of: Browser, address: str, query: str
) -> None:
    write((2025, "LABOUR", "M", "adult"), times=20)
    assert client_of(cast.statistician).get(address + query).status_code == 404


@pytest.mark.parametrize("address", [PAGE, CSV])
def test_who_has_no_mandate_sees_no_figures(cast: Cast, client_of: Browser, address: str) -> None:
    write_years()
    assert client_of(cast.stranger).get(address).status_code == 403
    assert client_of(cast.provider).get(address).status_code == 200


def test_the_home_page_says_which_years_are_covered(cast: Cast, client_of: Browser) -> None:
    write_years()
    html = client_of(cast.statistician).get(reverse("home")).content.decode()
    assert "from 2024 to 2025" in html


def test_a_file_that_is_opened_now_is_on_the_page_now(cast: Cast, client_of: Browser) -> None:
    for _ in range(5):
        case = files.opened(cast)
    html = page(client_of(cast.statistician))
    assert str(case.opened_at.year) in html
    assert "The largest count that can be shown" in html


def test_the_page_asks_no_more_of_the_database_the_more_it_holds(
    cast: Cast, client_of: Browser, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = client_of(cast.statistician)
    write((2025, "LABOUR", "M", "adult"), times=20)
    with CaptureQueriesContext(connection) as few:
        page(client)
    write_years()
    with django_assert_max_num_queries(len(few)):
        page(client)


def test_a_drawing_has_no_style_no_script_and_no_address() -> None:
    svg = draw('A "name" <b>', [Bar("<script>alert(1)</script>", 3, "3"), Bar("No", 0, "0")])
    for word in ("style", "<script", "href=", "url(", "aria-roledescription", "graphics-"):
        assert word not in svg
    assert svg.startswith('<svg role="img" aria-label="A &quot;name&quot; &lt;b&gt;"')
    assert "&lt;script&gt;" in svg
