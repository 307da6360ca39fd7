"""The map against the standard, and against what is really here."""

from pathlib import Path

import pytest
from django.apps import apps

from amparo.cases.machine import Track, states_of
from amparo.exchange.facts import OUT
from amparo.exchange.mapping import DATA, read_standard, standard
from amparo.exchange.statements import SAID
from amparo.screening.indicators import load as load_indicators
from amparo.vocab import codelists
from amparo.vocab.datafile import DataError

# The table of the specification, section by section, in its own spelling: what must be there.
FIELDS = Path(__file__).parent / "htcds_fields.txt"
# Our code lists that go out in a list of the standard.
LISTS = {
    "forms": "exploitation", "control": "control", "recruitment": "recruitment", "sex": "gender",
    "acts": "phase", "closure_reasons": "case", "services": "plan",
}  # fmt: skip
# Codes that go out in no code of the standard's list, and why.
SAID_OTHERWISE = {
    "acts": {
        "harboured": "the standard's phases of an event have no keeping",
        "received": "the standard's phases of an event have no receiving",
    },
    "services": {
        "interpretation": "a language goes out in prs_PrimaryLanguage",
        "return_support": "a return is no plan of support",
        "safety": "protection is no plan of support",
    },
}


def specified() -> dict[str, list[str]]:
    lines = [line for line in FIELDS.read_text(encoding="utf-8").splitlines() if line]
    return {line.split(": ")[0]: line.split(": ")[1].split() for line in lines}


def test_every_field_of_the_standard_is_there_once_in_its_section_and_order() -> None:
    found: dict[str, list[str]] = {}
    for field in standard().of_the_standard():
        found.setdefault(field.section, []).append(field.code)
    assert found == specified()


def test_every_mapped_field_names_something_that_exists() -> None:
    for field in standard().fields.values():
        if field.way:
            room, model, column = field.path.split(".")
            assert apps.get_model(room, model)._meta.get_field(column), field.code


def test_every_field_is_mapped_or_says_why_it_is_not_in_both_languages() -> None:
    for field in standard().fields.values():
        assert bool(field.way) != bool(field.reason), field.code
        if field.reason:
            assert field.reason.en != field.reason.fr


def test_every_converter_that_a_field_names_is_there_and_each_is_named() -> None:
    known = standard()
    both = {f.converter for f in known.of_table("") if f.way == "both"}
    out = {f.converter for f in known.of_table("") if f.way == "out"}
    assert (both, out) == (set(OUT), set(SAID))


@pytest.mark.parametrize("name", LISTS)
def test_every_code_of_ours_goes_out_as_a_code_of_the_standard_or_says_why(name: str) -> None:
    values, why = standard().lists[LISTS[name]], SAID_OTHERWISE.get(name, {})
    for code in codelists.load(name):
        said = code.maps.get("htcds")
        assert (said in values) != (code.code in why), code.code


def test_what_several_codes_go_out_as_comes_in_as_one_of_them() -> None:
    forms = codelists.load("forms")
    gone: dict[str, list[str]] = {}
    for code in forms:
        gone.setdefault(code.maps["htcds"], []).append(code.code)
    takes = standard().takes
    assert {value for value, from_ in gone.items() if len(from_) > 1} == set(takes)
    assert all(code in gone[value] for value, code in takes.items())


def test_every_sign_and_every_state_has_its_word() -> None:
    known = standard()
    signs = {sign.code for way in ("adult", "child") for sign in load_indicators().listed(way)}
    assert set(known.signs) >= signs
    assert set(known.signs.values()) - {""} <= set(codelists.load("control").codes)
    assert set(known.status_of_states) <= set(states_of(Track.IDENTIFICATION))


def test_a_fault_in_the_data_is_told_with_its_field(tmp_path: Path) -> None:
    whole = (DATA / "htcds.toml").read_text(encoding="utf-8")
    for wrong, right in (
        ('unmapped = "nowhere"', 'unmapped = "shelter"'),
        ('way = "sideways"', 'way = "out"'),
        ('list = "colours"', 'list = "organisation"'),
        ('part = "colours"', 'part = "services"'),
    ):
        file = tmp_path / "htcds.toml"
        file.write_text(whole.replace(right, wrong, 1), encoding="utf-8")
        with pytest.raises(DataError, match=r"htcds\.toml"):
            read_standard(file)
