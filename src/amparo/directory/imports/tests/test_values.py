"""A cell is read, or refused with what is wrong; nothing that somebody writes there breaks it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.directory.imports import hours
from amparo.directory.imports.columns import fields
from amparo.directory.imports.drafts import Line, lines
from amparo.directory.imports.tests.files import row
from amparo.directory.imports.values import Unread, Value, Wrong, readers
from amparo.methods.tables.table import Table


def drafted(**cells: str) -> Line:
    said = row(**cells)
    table = Table(tuple(said), ((2, tuple(said.values())),))
    return next(lines(table, {name: name for name in said}))


@pytest.mark.parametrize(
    ("field", "cell", "value"),
    [
        ("kind", "Legal aid", "legal_aid"),
        ("kind", "HÉBERGEMENT protégé", "shelter"),
        ("region", "Tessombre", "QV02"),
        ("languages", "fr; English | ar", ["ar", "en", "fr"]),
        ("sexes", "Female, Male", ["F", "M"]),
        ("age_min", "18", 18),
        ("dependants", "oui", True),
        ("active", "defunct", False),
        ("verified_on", "2026-02-28", "2026-02-28"),
        ("verified_on", "2026-02-28T00:00:00", "2026-02-28"),
        ("latitude", "-48,5", -48.5),
        ("schedules", "TU MO 08:00-12:00;SA 09:00-11:00", "MO TU 08:00-12:00; SA 09:00-11:00"),
        ("phone", "  +999  555 ", "+999 555"),
        ("not_asked", "Whether the stay is lawful", ["residence"]),
    ],
)
def test_a_cell_is_read_as_it_is_meant(field: str, cell: str, value: Value) -> None:
    assert readers()[field](cell) == value


@pytest.mark.parametrize(
    ("field", "cell", "wrong"),
    [
        ("kind", "zoo", Wrong.CODE),
        ("region", "Atlantis", Wrong.CODE),
        ("sexes", "F;?", Wrong.CODE),
        ("sexes", "U", Wrong.CODE),
        ("age_min", "-1", Wrong.NUMBER),
        ("age_max", "121", Wrong.NUMBER),
        ("places_total", "1e3", Wrong.NUMBER),
        ("places_total", "٣", Wrong.NUMBER),
        ("dependants", "perhaps", Wrong.FLAG),
        ("verified_on", "28/02/2026", Wrong.DAY),
        ("verified_on", "2026-02-30", Wrong.DAY),
        ("latitude", "91", Wrong.DEGREES),
        ("longitude", "nan", Wrong.DEGREES),
        ("schedules", "XX 08:00-12:00", Wrong.HOURS),
        ("schedules", "MO 25:00-26:00", Wrong.HOURS),
        ("phone", "9" * 31, Wrong.LONG),
        ("name_en", "a\x00b", Wrong.SIGNS),
        ("name_en", "a\ud800", Wrong.SIGNS),
    ],
)
def test_what_is_wrong_in_a_cell_is_named(field: str, cell: str, wrong: Wrong) -> None:
    with pytest.raises(Unread) as unread:
        readers()[field](cell)
    assert unread.value.wrong == wrong


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"name_en": ""}, ("name_en", Wrong.MISSING)),
        ({"organisation": ""}, ("organisation", Wrong.MISSING)),
        ({"age_min": "60", "age_max": "20"}, ("age_min", Wrong.AGES)),
        ({"places_total": "1", "places_free": "2"}, ("places_free", Wrong.FREE)),
        ({"latitude": "48"}, ("latitude", Wrong.HALF)),
    ],
)
def test_what_only_several_cells_have_wrong_is_named(
    cells: dict[str, str], fault: tuple[str, str]
) -> None:
    assert drafted(**cells).faults == [fault]


def test_a_row_with_more_cells_than_columns_is_not_guessed_at() -> None:
    table = Table(("name_en",), ((2, ("Aster", "", "House")),))
    assert next(lines(table, {"name_en": "name_en"})).faults[0] == ("", Wrong.CELLS)


def test_a_source_that_numbers_nothing_has_the_same_key_for_the_same_words() -> None:
    assert drafted(id="").key == drafted(id="", name_en="ASTER  house").key
    assert drafted(id="").key != drafted(id="", region="QV02").key
    assert len(drafted(id="", name_en="x" * 160, organisation="y" * 160).key) <= 120


def test_of_a_confidential_place_no_cell_comes_further_than_here() -> None:
    line = drafted(confidential="yes", address="1 Hidden Lane", latitude="wrong")
    assert not {"address", "latitude", "city"} & line.draft.keys()
    assert (line.faults, line.notes) == ([], [("address", Wrong.HIDDEN)])


@given(st.dictionaries(st.sampled_from(sorted(fields())), st.text(max_size=300)))
def test_whatever_somebody_writes_becomes_a_draft_or_a_fault(cells: dict[str, str]) -> None:
    line = drafted(**cells)
    assert "\\u0000" not in json.dumps(line.draft)
    json.dumps(line.draft).encode().decode()
    assert all(what in set(Wrong) for _field, what in line.faults)


@given(
    st.lists(st.tuples(st.sets(st.sampled_from(hours.DAYS), min_size=1), st.times(), st.times()))
)
def test_hours_that_are_written_are_read_as_the_same(
    found: list[tuple[set[str], object, object]],
) -> None:
    said = hours.written(
        hours.Hours(tuple(sorted(days, key=hours.DAYS.index)), opens, closes)  # type: ignore[arg-type]  # times, by the strategy
        for days, opens, closes in found
    )
    if len(set(said.split("; "))) <= hours.MOST:
        assert hours.canonical(said) == said
