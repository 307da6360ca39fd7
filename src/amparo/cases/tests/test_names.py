"""What a file is called: a reference and a pseudonym that say nothing of the person."""

import re
import tomllib
import unicodedata
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from django.db import ProgrammingError, connection
from hypothesis import given
from hypothesis import strategies as st

from amparo.cases.pseudonyms import WORDS, pseudonym
from amparo.methods import clock
from support import files
from support.cast import Cast

REFERENCE = re.compile(r"[A-Z]-\d{4}-\d{5}")
NAMES: Path = settings.PACKAGE / "demo" / "data" / "names.toml"


def folded(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text)
    return "".join(each for each in letters if not unicodedata.combining(each)).casefold()


def texts(data: object) -> list[str]:
    if isinstance(data, dict):
        return [text for value in data.values() for text in texts(value)]
    if isinstance(data, list):
        return [text for value in data for text in texts(value)]
    return [str(data)]


def test_a_reference_begins_with_a_letter_and_none_comes_twice(cast: Cast) -> None:
    """A letter first, so that it reads the same in right-to-left text."""
    with clock.at(datetime(2031, 5, 1, tzinfo=UTC)):
        references = [files.opened(cast).reference for _ in range(5)]
    assert all(REFERENCE.fullmatch(reference) for reference in references)
    assert all(reference.startswith("A-2031-") for reference in references)
    assert len(set(references)) == 5


def test_the_web_role_cannot_set_the_count_of_references_back(db: None) -> None:
    refused = pytest.raises(ProgrammingError, match="permission denied for sequence")
    with refused, connection.cursor() as cursor:
        cursor.execute("SELECT setval('cases_reference', 1)")


@given(st.uuids())
def test_a_file_keeps_its_pseudonym(case: UUID) -> None:
    assert pseudonym(case) == pseudonym(case)
    assert pseudonym(case) in WORDS


def test_pseudonyms_are_one_word_each_and_none_twice() -> None:
    assert len(set(WORDS)) == len(WORDS) >= 60
    assert all(re.fullmatch(r"[A-Z][a-z]+", word) for word in WORDS)


def test_no_pseudonym_is_a_name_of_a_person_concerned() -> None:
    names = {folded(name) for name in texts(tomllib.loads(NAMES.read_text(encoding="utf-8")))}
    assert len(names) > 250
    assert [word for word in WORDS if any(word.casefold() in name.split() for name in names)] == []


def test_nothing_in_clear_on_a_file_comes_from_the_identity(cast: Cast) -> None:
    case = files.opened(cast)
    shown = " ".join(str(value) for value in vars(case).values())
    assert [text for text in (*files.IDENTITY.values(), files.ACCOUNT) if text in shown] == []
