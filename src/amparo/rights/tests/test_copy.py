"""The person's copy: everything that is theirs, nothing of others, and a row for each opening."""

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO

import pytest
from django.test import Client
from pypdf import PdfReader

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.audit.queries import entries
from amparo.cases.actions.files import add_account
from amparo.cases.models import Account, Case
from amparo.cases.queries import rows_of
from amparo.people.models import User
from amparo.rights.actions.copies import give_copy
from amparo.rights.actions.disagreements import disagree
from amparo.rights.forms import PARTS
from amparo.rights.tests.reading import root, words
from support import files
from support.cast import Cast
from support.sealed import (
    ACCOUNT,
    EVERY_WORD,
    NOTE,
    OF_EVIDENCE,
    OF_PERSON,
    REASONS,
    WRITTEN,
    fully_written,
)

Browser = Callable[[User], Client]


PRINTED = dict.fromkeys(PARTS, "print")


def given(
    case: Case,
    by: User,
    *,
    language: str = "en",
    left_out: Mapping[str, str] | None = None,
    names: Sequence[str] = (),
) -> str:
    return words(give_copy(case, by=by, language=language, left_out=left_out or {}, names=names))


def test_the_copy_holds_everything_that_is_sealed_of_the_person(cast: Cast) -> None:
    case = fully_written(cast)
    text = given(case, cast.manager_a)
    # Attachments are handed over beside it; the folded names say nothing that is not there.
    assert [word for word in OF_PERSON if word not in text] == []
    assert OF_EVIDENCE not in text, "what is investigated is kept apart from the file"


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ["What we know of you", "the national bureau received your file", "Zorvanela"]),
        ("fr", ["Ce que nous savons de vous", "le bureau national a reçu votre dossier"]),
    ],
)
def test_it_speaks_the_language_that_was_chosen(
    language: str, sentences: list[str], cast: Cast, case: Case
) -> None:
    text = given(case, cast.manager_a, language=language)
    assert [sentence for sentence in sentences if sentence not in text] == []
    assert "29 février 2004" in text if language == "fr" else "February 29, 2004" in text


def test_it_speaks_arabic_and_keeps_names_and_numbers(cast: Cast, case: Case) -> None:
    pdf = give_copy(case, by=cast.manager_a, language="ar", left_out={})
    text = words(pdf)
    assert "معلومات" in text
    assert "Zorvanela" in text
    assert case.reference in text
    assert "+999 555 0161" in text
    assert root(pdf)["/Lang"] == "ar"


@pytest.mark.asvs("14.2.6")
def test_what_is_left_out_is_not_there_and_is_said_with_its_reason(cast: Cast) -> None:
    case = fully_written(cast)
    text = given(case, cast.manager_a, left_out={"identity": "danger", "written": "third_person"})
    assert [word for word in EVERY_WORD if word in text] == []
    assert "your name, your documents and how to reach you, because it could put somebody" in text
    assert "what was written down, because it would tell of another person" in text


def test_each_part_alone_can_be_left_out(cast: Cast) -> None:
    case = fully_written(cast)
    without_names = given(case, cast.manager_a, left_out={"identity": "asked"})
    assert [word for word in WRITTEN.values() if word in without_names] == []
    assert [word for word in (ACCOUNT, REASONS, NOTE) if word not in without_names] == []
    without_written = given(case, cast.manager_a, left_out={"written": "proceedings"})
    assert [word for word in (ACCOUNT, REASONS, NOTE) if word in without_written] == []


def test_the_names_of_other_people_are_left_out_however_written(cast: Cast, case: Case) -> None:
    add_account(case, "QUIBRANDEL said it; Quibrandelson was not there.", by=cast.manager_a)
    text = given(case, cast.manager_a, names=["Quibrandel"])
    assert "the foreman ——— keeps the passport" in text
    assert "——— said it; Quibrandelson was not there." in text
    assert "Names of other people" in text


def test_nothing_of_another_file_is_on_it(cast: Cast, case: Case) -> None:
    other = files.opened(cast, by=cast.manager_a)
    add_account(other, "Vexilquor was there.", by=cast.manager_a)
    text = given(case, cast.manager_a)
    assert "Vexilquor" not in text
    assert other.reference not in text


def test_a_text_that_looks_like_the_template_stays_a_text(cast: Cast, case: Case) -> None:
    odd = '#panic("out") #{1 + 1} *bold* $x^2$ \\ // "quoted" #sys.inputs [box]'
    add_account(case, odd, by=cast.manager_a)
    text = given(case, cast.manager_a)
    assert '#panic("out") #{1 + 1} *bold* $x^2$ \\ // "quoted" #sys.inputs [box]' in text


def test_a_disagreement_stands_right_after_what_it_is_about(cast: Cast) -> None:
    case = files.received(cast)
    with acting_as(cast.manager_a):
        account = rows_of(Account, case).get()
    disagree(case, account.pk, "It was his cousin Drovanthel.", by=cast.manager_a)
    text = given(case, cast.manager_a)
    assert text.index("Quibrandel") < text.index("you do not agree with what was written")
    assert text.index("you do not agree") < text.index("Drovanthel")


@pytest.mark.asvs("14.2.4")
def test_a_copy_has_its_row_and_so_has_each_key_opened_for_it(cast: Cast, case: Case) -> None:
    before = entries().of_case(case.pk).count()
    given(case, cast.manager_a)
    rows = list(entries().of_case(case.pk).order_by("sequence"))[before:]
    assert [(row.action, row.purpose, row.keys) for row in rows] == [
        ("opened", "identity: access", 1),
        ("opened", "facts: access", 1),
        ("exported copy", "copy for the person", 0),
    ]
    assert {row.actor for row in rows} == {cast.manager_a.pk}


@pytest.mark.parametrize("persona", ["panel", "provider", "manager_b", "auditor", "administrator"])
def test_nobody_else_makes_one(persona: str, cast: Cast, case: Case) -> None:
    with pytest.raises(Refused):
        give_copy(case, by=cast.users[persona], language="en", left_out={})


@pytest.mark.asvs("14.3.2")
def test_the_download_is_kept_by_no_browser_and_bears_no_telling_name(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    url = f"/files/{case.reference}/copy/"
    response = client_of(cast.manager_a).post(
        url, {**PRINTED, "language": "fr", "services": "asked"}
    )
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Content-Disposition"] == 'attachment; filename="information.pdf"'
    assert "Zorvanela" in words(response.content)
    title = PdfReader(BytesIO(response.content)).metadata
    assert title is not None and title.title == "Informations pour vous"


@pytest.mark.parametrize(
    "wrong",
    [
        ("language", "de", "Select a valid choice"),
        ("language", "", "This field is required"),
        ("identity", "curiosity", "Select a valid choice"),
        ("written", "", "This field is required"),
        ("names", "A\nQuibrandel", "Write whole names"),
    ],
)
def test_a_wrong_field_is_named_and_nothing_is_opened(
    wrong: tuple[str, str, str], cast: Cast, case: Case, client_of: Browser
) -> None:
    field, value, said = wrong
    before = entries().of_case(case.pk).openings().count()
    data = {**PRINTED, "language": "en", field: value}
    page = client_of(cast.manager_a).post(f"/files/{case.reference}/copy/", data).content.decode()
    assert f'href="#id_{field}"' in page
    assert said in page
    assert entries().of_case(case.pk).openings().count() == before
