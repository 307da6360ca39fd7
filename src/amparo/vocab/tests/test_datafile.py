from pathlib import Path

import pytest

from amparo.vocab.datafile import DataError, Entry, Text, read

FILE = Path("sheet.toml")


def test_french_is_said_in_every_french_and_english_in_any_other_language() -> None:
    text = Text(en="shelter", fr="refuge")
    assert [text.say(language) for language in ("fr", "fr-CA", "FR")] == ["refuge"] * 3
    assert [text.say(language) for language in ("en", "ar", "fro")] == ["shelter"] * 3


@pytest.mark.parametrize(
    ("values", "key", "message"),
    [
        ({}, "en", "sheet.toml: item[A].en: is missing"),
        ({"en": " "}, "en", "sheet.toml: item[A].en: is empty"),
        ({"en": 3}, "en", "sheet.toml: item[A].en: should be str, is 3"),
    ],
)
def test_a_wrong_text_is_told_with_its_place(
    values: dict[str, object], key: str, message: str
) -> None:
    with pytest.raises(DataError) as refused:
        Entry(values, FILE, "item[A]").text(key)
    assert str(refused.value) == message


def test_true_is_not_a_number() -> None:
    with pytest.raises(DataError, match="amount: should be int, is True"):
        Entry({"amount": True}, FILE).number("amount")


@pytest.mark.parametrize("cite", ["S0 ¶5", "S2 pp.21", "S4-V ¶7b"])
def test_a_paragraph_of_the_mandate_may_be_cited(cite: str) -> None:
    assert Entry({"cites": [cite]}, FILE).cites("cites") == (cite,)


@pytest.mark.parametrize("cite", ["S5 ¶1", "S4 ¶1", "paragraph 5", "S0 5"])
def test_anything_else_may_not(cite: str) -> None:
    with pytest.raises(DataError, match="is no paragraph of the mandate"):
        Entry({"cites": [cite]}, FILE).cites("cites")


def test_a_key_that_nobody_reads_is_refused() -> None:
    entry = Entry({"en": "shelter", "fr": "refuge", "lable": "?"}, FILE)
    entry.both()
    with pytest.raises(DataError, match=r"sheet\.toml: lable: is not a key of this schema"):
        entry.close()


def test_a_file_that_is_not_toml_is_told_by_name(tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("name = ")
    with pytest.raises(DataError, match=r"broken\.toml: is not TOML"):
        read(tmp_path / "broken.toml")
    with pytest.raises(DataError, match=r"absent\.toml: there is no such file"):
        read(tmp_path / "absent.toml")
