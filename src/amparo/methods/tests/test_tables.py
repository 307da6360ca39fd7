"""What comes from elsewhere as a table is read as it was meant, or refused with the reason."""

import io
import zipfile

import pytest
import xlsxwriter

from amparo.methods.tables import archives, sheets, workbooks
from amparo.methods.tables.refusals import NotRead, Why
from amparo.methods.tables.table import Table, headed
from amparo.methods.tables.texts import decoded

LIMITS = {"most_rows": 10, "most_columns": 5}


def workbook(cells: dict[tuple[int, int], object], *more: str) -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet("First")
    for (row, column), value in cells.items():
        sheet.write(row, column, value)
    for name in more:
        book.add_worksheet(name).write(0, 0, f"of {name}")
    book.close()
    return file.getvalue()


def packed(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def read(data: bytes, sheet: str = "") -> Table:
    return workbooks.read(data, sheet, most_rows=10, most_columns=5)


def test_a_workbook_is_read_as_texts_and_never_run() -> None:
    found = read(workbook({(0, 0): "name", (0, 1): "places", (1, 0): "Aster", (1, 1): 12}))
    assert (found.columns, found.rows) == (("name", "places"), ((2, ("Aster", "12")),))
    formula = read(workbook({(0, 0): "name", (1, 0): "=1+1"}))
    assert formula.rows == ((2, ("0",)),)  # the value that was stored with it


def test_a_row_keeps_the_number_that_the_workbook_shows() -> None:
    found = read(workbook({(3, 0): "name", (5, 0): "Aster"}))
    assert [number for number, _cells in found.rows] == [6]


def test_another_sheet_is_read_by_its_name() -> None:
    data = workbook({(0, 0): "name", (1, 0): "x"}, "Second")
    assert (read(data).sheet, read(data).sheets) == ("First", ("First", "Second"))
    assert read(data, "Second").columns == ("of Second",)
    assert refused(lambda: read(data, "Third")) == Why.SHEET


@pytest.mark.asvs("5.2.3", "15.2.2")
def test_two_cells_at_the_ends_of_a_sheet_end_the_reader_and_not_us() -> None:
    assert refused(lambda: read(workbook({(0, 0): "name", (1048575, 16383): "far"}))) == Why.BOMB


def test_too_many_rows_and_columns_are_said() -> None:
    many = workbook({(row, 0): "x" for row in range(12)})
    wide = workbook({(0, column): f"c{column}" for column in range(6)})
    assert (refused(lambda: read(many)), refused(lambda: read(wide))) == (Why.ROWS, Why.BOMB)


@pytest.mark.parametrize("data", [b"PK\x03\x04nonsense", b"name\nx", b"%PDF-1.7"])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    assert refused(lambda: read(data)) in (Why.BROKEN, Why.LIE)


@pytest.mark.asvs("5.2.3")
def test_an_archive_that_unpacks_to_too_much_is_not_unpacked() -> None:
    data = packed(a=b"0" * 2_000_000)
    assert len(data) < 10_000
    assert refused(lambda: archives.members(data, most=3, most_bytes=1_000_000)) == Why.BOMB
    assert refused(lambda: archives.members(packed(a=b"", b=b""), most=1, most_bytes=9)) == Why.BOMB


@pytest.mark.asvs("5.3.3")
def test_a_name_in_an_archive_is_never_a_path() -> None:
    data = packed(**{"../../etc/services.csv": b"x"})
    assert archives.members(data, most=3, most_bytes=9) == {"services.csv": b"x"}
    twice = packed(**{"a/x.csv": b"1", "b/x.csv": b"2"})
    assert refused(lambda: archives.members(twice, most=3, most_bytes=9)) == Why.TWICE


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ([["", ""]], Why.EMPTY),
        ([], Why.EMPTY),
        ([["a", "a"]], Why.COLUMNS),
        ([["a", "b", "c", "d", "e", "f"]], Why.WIDE),
        ([["a"], *[["x"]] * 11], Why.ROWS),
    ],
)
def test_a_table_without_good_headings_is_refused(lines: list[list[str]], why: Why) -> None:
    assert refused(lambda: headed(lines, **LIMITS)) == why


def test_an_open_quotation_mark_is_refused_and_not_read_to_the_end() -> None:
    assert refused(lambda: list(sheets.lines('a,b\n"x,1\ny,2'))) == Why.QUOTES


@pytest.mark.parametrize("data", [b"MZ\x90", b"a\0b", b"PK\x03\x04"])
def test_a_file_of_another_kind_is_no_text(data: bytes) -> None:
    assert refused(lambda: decoded(data)) == Why.LIE


def refused(read: object) -> Why:
    assert callable(read)
    with pytest.raises(NotRead) as found:
        read()
    return found.value.why
