from pathlib import Path

import pytest

from amparo.vocab import DataError, load, names
from amparo.vocab.codelists import LISTS, read_list

HEAD = """
name_en = "Things"
name_fr = "Choses"
version = "1"
source = "Own list"
licence = "Apache-2.0"
serves = ["S0 ¶5"]
"""
ITEM = '[[item]]\ncode = "A"\nen = "One"\nfr = "Un"\n'


@pytest.fixture
def things(tmp_path: Path) -> Path:
    return tmp_path / "things.toml"


@pytest.mark.parametrize("name", names())
def test_every_list_is_complete_in_both_languages_and_says_what_it_serves(name: str) -> None:
    codes = load(name)
    assert codes.serves
    for language in ("en", "fr"):
        labels = [label for _, label in codes.choices(language)]
        assert all(label.strip() == label and label for label in labels)
        assert len(set(labels)) == len(labels)


def test_the_forms_of_exploitation_go_where_the_crosswalk_sends_them() -> None:
    forms = load("forms")
    assert len(forms) == 14
    assert forms.label("CRIMINALITY", "fr") == "Criminalité forcée"
    assert forms.map("ORGANS", "sdg") == "VC_HTF_DETVOG"
    assert forms.map("DOMESTIC_SERVITUDE", "htcds") == "Servitude"
    assert forms.map("BEGGING", "glotip") == "Other forms of exploitation"
    assert {forms.map(code, "iccs") for code in forms.codes} == {
        "02041", "02042", "02043", "02044", None,
    }  # fmt: skip


def test_a_form_not_known_is_counted_under_no_form() -> None:
    forms = load("forms")
    assert [forms.map("UNKNOWN", standard) for standard in ("glotip", "sdg", "iccs")] == [None] * 3


def test_doubt_about_age_opens_the_child_route_but_stays_unknown_in_figures() -> None:
    ages = load("age_status")
    assert ages.map("not_sure", "route") == ages.map("child", "route") == "child"
    assert ages.map("not_sure", "glotip") == "Unknown"


def test_languages_know_their_own_name_and_direction() -> None:
    languages = load("languages")
    assert languages.map("ar", "own_name") == "العربية"
    rtl = {item.code for item in languages if item.maps["direction"] == "rtl"}
    assert rtl == {"ar", "ckb", "fa", "prs", "ps", "ur"}


def test_a_list_is_read_once_and_knows_its_codes() -> None:
    assert load("sex") is load("sex")
    assert "F" in load("sex")
    assert "f" not in load("sex")
    with pytest.raises(KeyError, match="not a code of the list sex"):
        load("sex").label("Z", "en")


def test_a_list_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(
        DataError, match=r"\.\./country: there is no such list; there are accessibility"
    ):
        load("../country")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (HEAD, "things.toml: item: is missing"),
        (HEAD + ITEM + ITEM, "things.toml: item[A].code: 'A' is written twice (line 13)"),
        (
            HEAD + '[[item]]\ncode = "A"\nen = "One"\n',
            "things.toml: item[A].fr: is missing (line 8)",
        ),
        (
            HEAD + ITEM + 'map.htcds = "X"\n',
            "things.toml: item[A].map.htcds: is not a key of this schema",
        ),
        (
            HEAD + '[maps.htcds]\nstandard = "HTCDS"\nvalues = ["Y"]\n' + ITEM + 'map.htcds = "X"',
            "things.toml: item[A].map.htcds: 'X' is not a value of that standard",
        ),
        (
            HEAD + 'keeps = ["B"]\n' + ITEM,
            "things.toml: keeps: 'B' is no code of this list (line 8)",
        ),
        (
            HEAD.replace("S0 ¶5", "S9 ¶5") + ITEM,
            "things.toml: serves: 'S9 ¶5' is no paragraph of the mandate (line 7)",
        ),
    ],
)
def test_a_faulty_list_names_its_file_and_entry(things: Path, body: str, message: str) -> None:
    things.write_text(body, encoding="utf-8")
    with pytest.raises(DataError) as refused:
        read_list(things)
    assert str(refused.value) == message


def test_no_list_lies_about_outside_its_folder() -> None:
    assert {file.stem for file in LISTS.iterdir()} == set(names())
