"""Mira, who publishes figures and answers the commitments with them."""

import csv
import re
from io import StringIO

from amparo.methods import clock
from system.person import Person
from system.serving import House

Cell = tuple[str, str, str]
FORM: Cell = ("CRIMINALITY", "F", "unknown")
ALL: Cell = ("_T", "_T", "_T")
SMALL = 5
COUNT = """SELECT count(*) FROM figures_fact
    WHERE year = %s AND form = %s AND sex = %s AND age = %s"""


def given_she_signs_in(mira: Person) -> None:
    mira.signs_in()
    mira.sees("Good day, Mira")


def counts_of_the_table(mira: Person) -> dict[Cell, str]:
    """What this year's table says of each cell, an empty text where it withholds the count."""
    mira.opens("/figures/")
    mira.sees("By form of exploitation, sex and age")
    answer = mira.page.request.get(f"/figures/figures.csv?year={clock.now().year}")
    rows = csv.DictReader(StringIO(answer.text()))
    return {(row["form"], row["sex"], row["age"]): row["value"] for row in rows}


def count_on_the_page_of_the_paragraph(mira: Person) -> int:
    """The number of files with which Amparo answers S0 ¶5."""
    mira.opens("/commitments/S0/5/")
    stat = mira.page.locator("#answer .stat", has_text="files were opened.")
    return int(re.sub(r"\D", "", stat.locator(".stat-figure").inner_text()))


def then_the_table_counts_the_file_and_gives_no_small_number_away(
    mira: Person, house: House, before: dict[Cell, str]
) -> None:
    after = counts_of_the_table(mira)
    assert int(after[ALL]) == int(before[ALL]) + 1
    truth = int(house.rows(COUNT, clock.now().year, *FORM)[0][0])
    assert truth >= 1, "the file is not counted under its form"
    # A protected table may withhold any number; what it shows is true and not small.
    assert after[FORM] == (str(truth) if truth >= SMALL and after[FORM] else "")
    mira.sees("Withheld")
    mira.shows("08-table")


def then_the_paragraph_answers_with_one_file_more(mira: Person, before: int) -> None:
    assert count_on_the_page_of_the_paragraph(mira) == before + 1
    mira.sees("What we answer today", "What in Amparo serves it", "Screening on a phone")
    mira.shows("09-paragraph")
