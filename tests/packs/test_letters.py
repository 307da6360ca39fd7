"""A country's own letters: printed in place of the product's, and tried before anybody waits."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.checks import run_checks
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader
from pytest_django import Settings

from amparo.access.standing import Refused
from amparo.audit.queries import entries
from amparo.cases.decisions.notices.actions import print_notice
from amparo.cases.models import Case
from amparo.design.paper.letters import faults
from amparo.justice.actions.non_punishment import allege, print_letter
from amparo.justice.models import Allegation
from amparo.people.country import country
from amparo.people.models import User
from amparo.vocab.datafile import DataError
from amparo.vocab.letters import read_letters
from repo.sources import ROOT
from support import files
from support.cast import Cast

HALVANY = ROOT / "tests" / "packs" / "halvany"
Browser = Callable[[User], Client]
FRAME = '#import "plain.typ": copy, paper\n'


@pytest.fixture
def in_halvany(settings: Settings) -> None:
    settings.COUNTRY = HALVANY


def read(pdf: bytes) -> str:
    """The words of every page, without the breaks that the width of the paper made."""
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return " ".join(text.split())


def held(cast: Cast) -> tuple[Case, Allegation]:
    case = files.opened(cast)
    row = allege(
        case, by=cast.first_responder, acts=("begging",), stage="charged", office="prosecutor"
    )
    return case, row


def letter(case: Case, row: Allegation) -> str:
    return reverse("justice_file:letter", args=[case.reference, row.pk])


@pytest.mark.usefixtures("in_halvany")
def test_the_notice_has_the_head_and_foot_of_its_country_in_the_language_of_its_file(
    cast: Cast,
) -> None:
    case = files.presumed(cast)
    french = read(print_notice(case, by=cast.manager_a, language="fr"))
    assert f"Royaume de Halvanie · {case.reference}" in french
    assert "Conseil des anciens, Ostrémir" in french
    assert "Une période protégée" in french  # what the product says stands between them
    english = read(print_notice(case, by=cast.manager_a, language="en"))
    assert "protected period" in english
    assert "Halvan" not in english


def test_without_letters_of_its_own_a_country_prints_those_of_the_product(cast: Cast) -> None:
    assert country().letters == {}
    case = files.presumed(cast)
    said = read(print_notice(case, by=cast.manager_a, language="fr"))
    assert "Une période protégée" in said
    assert "Conseil des anciens" not in said


@pytest.mark.usefixtures("in_halvany")
def test_the_letter_on_non_punishment_is_that_of_the_country(
    cast: Cast, client_of: Browser
) -> None:
    case, row = held(cast)
    response = client_of(cast.first_responder).post(letter(case, row))
    assert response["Content-Type"] == "application/pdf"
    assert response["Cache-Control"] == "no-store"
    said = read(response.content)
    assert "The crown asks the prosecutor to bring no charge" in said
    assert case.reference in said
    assert "Royal bureau: +999 777 0103" in said


def test_the_product_prints_the_words_that_its_page_shows(cast: Cast, client_of: Browser) -> None:
    case, row = held(cast)
    said = read(print_letter(case, row.pk, by=cast.first_responder))
    page = client_of(cast.first_responder).get(letter(case, row)).content.decode()
    for words in ("committed under coercion", "Begging", "We ask you to consider not prosecuting"):
        assert words in said
        assert words in page
    assert "The crown" not in said
    assert entries().of_case(case.pk).filter(action="printed the letter").count() == 1


def test_nothing_is_printed_before_something_is_held_against_the_person(cast: Cast) -> None:
    with pytest.raises(Refused, match="what is held against"):
        print_letter(files.opened(cast), uuid4(), by=cast.first_responder)


@pytest.mark.usefixtures("in_halvany")
def test_the_letters_of_the_second_country_can_be_printed() -> None:
    assert {letter.file for letter in country().letters.values()} == {
        "decision_notice.fr.typ", "non_punishment.typ",
    }  # fmt: skip
    assert not [found for found in run_checks() if (found.id or "").startswith("amparo.design")]


@pytest.mark.parametrize(
    ("name", "body", "message"),
    [
        ("decision-notice.typ", "", "decision-notice.typ: write NAME.typ, or NAME.LANGUAGE.typ"),
        ("copy.xx.typ", "", "copy.xx.typ: 'xx' is not in the list of languages"),
        (
            "copy.typ",
            f'{FRAME}#import "@preview/cetz:0.3.0"\n',
            "copy.typ: asks another host for a package (line 2)",
        ),
    ],
)
def test_a_letter_that_cannot_be_read_is_told_with_file_and_line(
    tmp_path: Path, name: str, body: str, message: str
) -> None:
    (tmp_path / name).write_text(body, encoding="utf-8")
    with pytest.raises(DataError) as refused:
        read_letters(tmp_path)
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("name", "body", "message"),
    [
        (
            "love_letter.typ",
            "",
            "love_letter.typ: there is no such letter; there are copy, decision_notice,"
            " non_punishment",
        ),
        (
            "decision_notice.sw.typ",
            "",
            "decision_notice.sw.typ: decision_notice is not printed in it, only in en, fr",
        ),
        (
            "decision_notice.fr.typ",
            f"{FRAME}\n#paper(copy, head: copy.values.name)\n",
            'decision_notice.fr.typ: dictionary does not contain key "name" (line 3)',
        ),
        ("copy.ar.typ", f"{FRAME}#paper(copy", "copy.ar.typ: unclosed delimiter (line 2)"),
        (
            "copy.fr.typ",
            f'{FRAME}#paper(copy, head: read("/etc/hostname"))\n',
            "copy.fr.typ: file not found (searched at ",
        ),
    ],
)
def test_a_letter_that_cannot_be_printed_is_found_at_the_start(
    tmp_path: Path, name: str, body: str, message: str
) -> None:
    (tmp_path / name).write_text(body, encoding="utf-8")
    (own,) = read_letters(tmp_path).values()
    (fault,) = faults(own)
    assert str(fault).startswith(message)
