"""What the person reads: complete languages only, and every code of the product has its words."""

from pathlib import Path

import pytest

from amparo.cases.machine import State
from amparo.rights.words import Speaker, complete_languages, languages, load
from amparo.vocab import codelists
from amparo.vocab.datafile import DataError

HELLO = '[hello]\nen = "Hello {name}"\nfr = "Bonjour {name}"\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "words.toml"


def test_english_french_and_arabic_are_whole() -> None:
    assert languages() == ("ar", "en", "fr")


def test_a_language_that_lacks_one_sentence_is_not_offered(file: Path) -> None:
    file.write_text(HELLO + '[end]\nen = "End"\n', encoding="utf-8")
    assert complete_languages(load(file)) == ("en",)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('[hello]\nfr = "Bonjour"\n', "words.toml: hello.en: is missing (line 1)"),
        (
            '[hello]\nen = "Hello {name}"\nfr = "Bonjour {nom}"\n',
            "words.toml: hello.fr: should have the placeholders ['name'] (line 3)",
        ),
        ('[hello]\nen = " "\n', "words.toml: hello.en: is empty (line 2)"),
    ],
)
def test_a_faulty_sentence_is_told_with_its_line(file: Path, body: str, message: str) -> None:
    file.write_text(body, encoding="utf-8")
    with pytest.raises(DataError) as refused:
        load(file)
    assert str(refused.value) == message


@pytest.mark.parametrize("state", State.values)
def test_every_state_has_a_sentence_for_the_person(state: str) -> None:
    assert f"state_{state}" in load()


@pytest.mark.parametrize(
    ("family", "codes"),
    [("purpose", "consent_purposes"), ("ground", "legal_grounds"), ("for", "opening_purposes")],
)
def test_every_code_of_a_list_has_its_words(family: str, codes: str) -> None:
    assert {f"{family}_{code}" for code in codelists.load(codes).codes} <= set(load())


def test_a_code_that_no_sentence_knows_is_still_said() -> None:
    assert Speaker("en").code("purpose", "unheard_of") == "something else; ask us what"


def test_what_is_filled_in_keeps_its_direction_in_arabic() -> None:
    said = Speaker("ar").tell("reference", reference="A-2026-00012")
    assert "\u2068A-2026-00012\u2069" in said
    assert "\u2068" not in Speaker("ar").tell("on_day", day="12 مايو", what="أُغلق ملفك")
    assert "\u2068" not in Speaker("fr").tell("reference", reference="A-2026-00012")


def test_a_language_that_is_not_whole_cannot_speak() -> None:
    with pytest.raises(DataError, match="'de' is not complete"):
        Speaker("de")
