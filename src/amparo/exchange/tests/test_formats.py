"""What is sent is read as it was meant, or refused with a sentence that says what to do."""

import io
import json
import zipfile
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.exchange.formats import NotRead, as_archive, as_json, read_package
from amparo.exchange.formats.reading import LARGEST, MOST_RECORDS
from amparo.exchange.records import Package, Record
from amparo.methods.spreadsheet import guarded, unguarded

SHEET = "case,prs_FirstName,prs_SecondName\n"


def archive(**members: str) -> bytes:
    return packed({f"{name}.csv": text for name, text in members.items()})


def packed(members: Mapping[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, text in members.items():
            made.writestr(name, text)
    return file.getvalue()


@given(st.text())
def test_a_guarded_cell_is_no_formula_and_is_the_same_text_again(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).lstrip().startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize(
    ("encoding", "chosen", "name"),
    [
        ("utf-8", "", "Zoë Łukaš"),
        ("utf-8-sig", "", "Zoë Łukaš"),
        ("utf-16", "", "Zoë Łukaš"),
        ("cp1252", "cp1252", "Zoë"),
        ("cp1250", "cp1250", "Łukaš"),
        ("cp1251", "cp1251", "Зоя"),
        ("cp1256", "cp1256", "زينب"),
    ],
)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_sheet_is_read_however_it_was_written(
    encoding: str, chosen: str, name: str, separator: str
) -> None:
    text = SHEET.replace(",", separator) + separator.join(("7", name, '"a\nb"')) + "\r\n"
    package, faults = read_package("files.csv", text.encode(encoding), chosen)
    assert not faults
    assert package.records == [Record("7", {"prs_FirstName": name, "prs_SecondName": "a\nb"})]


def test_letters_that_do_not_fit_are_asked_for_and_not_guessed() -> None:
    with pytest.raises(NotRead, match="Choose how the file was written"):
        read_package("files.csv", (SHEET + "7,Zoë,\n").encode("cp1252"))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("files.xlsx", b"PK\x03\x04", "Send an archive"),
        ("files", b"case\n1\n", "Send an archive"),
        ("files.csv", b"", "empty"),
        ("files.csv", b"PK\x03\x04 case", "not what its name says"),
        ("files.csv", b"%PDF-1.4", "not what its name says"),
        ("files.csv", b"case\n\x00\n", "not what its name says"),
        ("files.zip", b"case\n1\n", "not what its name says"),
        ("files.json", b"case\n1\n", "not what its name says"),
        ("files.json", b"[]", "no list"),
        ("files.json", b'{"records": []}', "no row"),
        ("files.zip", archive(people=SHEET), "no sheet"),
        ("files.zip", b"PK\x03\x04 and then nothing", "broken"),
        ("files.csv", b"name\nZoe\n", "no column"),
        ("files.csv", b"case,a,a\n1,2,3\n", "same name"),
        ("files.csv", b'case,a\n1,"2\n', "cannot be read"),
        ("files.csv", b"case\n", "no row"),
        ("files.csv", b"case,a\n" + b"x" * LARGEST, "larger than"),
        ("files.csv", b"case,a\n" + b"".join(b"%d,x\n" % n for n in range(MOST_RECORDS + 1)),
         "more than"),
    ],
)  # fmt: skip
def test_what_is_no_such_file_is_refused(name: str, data: bytes, said: str) -> None:
    with pytest.raises(NotRead, match=said):
        read_package(name, data)


def test_an_archive_of_too_much_is_not_opened() -> None:
    with pytest.raises(NotRead, match="more than this kind"):
        read_package("files.zip", archive(**{f"n{number}": "" for number in range(21)}))


@pytest.mark.parametrize(
    ("text", "row", "said"),
    [
        (SHEET + "1,a,b\n2,a,b,c\n", 3, "more cells"),
        (SHEET + ",a,b\n", 2, "which file the row is of"),
    ],
)
def test_a_row_that_does_not_fit_is_named(text: str, row: int, said: str) -> None:
    _package, faults = read_package("files.csv", text.encode())
    assert [(fault.row, said in fault.text) for fault in faults] == [(row, True)]


def test_a_row_of_another_sheet_needs_its_file() -> None:
    data = archive(cases=SHEET + "1,a,b\n", comments="case,cco_CaseComment\n9,Seen.\n")
    package, faults = read_package("files.zip", data)
    assert [(fault.table, fault.case) for fault in faults] == [("comments", "9")]
    assert package.records[0].rows == {}


def test_json_of_another_shape_is_named_by_its_number() -> None:
    text = json.dumps({"records": [{"id": "1", "fields": {"a": 7}}, {"fields": {}}, {"id": "3"}]})
    package, faults = read_package("files.json", text.encode())
    assert [record.id for record in package.records] == ["3"]
    assert [fault.row for fault in faults] == [1, 2]


def test_an_archive_and_json_say_what_they_are() -> None:
    package = Package("Amparo", [Record("A-1", {"prs_FirstName": "Zoe"})])
    told = json.loads(as_json(package))
    with zipfile.ZipFile(io.BytesIO(as_archive(package))) as opened:
        inside = json.loads(opened.read("manifest.json"))
        assert opened.namelist() == ["manifest.json", "cases.csv"]
    assert told["profile"] == inside["profile"] == "htcds-2.0"
    assert "prs_MaritalStatus" in inside["unmapped"]
    assert "CC BY 4.0" in inside["licence"]


def test_a_sheet_that_the_standard_does_not_have_is_read_as_any_other() -> None:
    data = archive(cases=SHEET + "1,a,b\n", vehicles="case,plate,their: colour\n1,QV 06,blue\n")
    package, faults = read_package("files.zip", data)
    assert faults == []
    assert package.records[0].rows == {"vehicles": [{"plate": "QV 06", "their: colour": "blue"}]}
    assert package.unknown_tables() == {"vehicles"}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("vehicles.csv", "plate\nQV 06\n", "no column “case”"),
        ("vehicles.csv", "case,plate\n7,QV 06\n", "No row of “cases.csv” has this file"),
        ("vehicles.csv", "case,plate\n1,QV 06,blue\n", "more cells"),
        ("vehicles.csv", 'case,plate\n1,"QV\n', "cannot be read"),
        ("photo.jpg", "", "This is no sheet"),
        ("old.vehicles.csv", "case,plate\n1,QV 06\n", "another name"),
    ],
)
def test_what_is_wrong_with_such_a_sheet_is_told_by_its_name(
    name: str, text: str, said: str
) -> None:
    data = packed({"cases.csv": SHEET + "1,a,b\n", name: text})
    _package, faults = read_package("files.zip", data)
    assert [(fault.table, said in fault.text) for fault in faults] == [
        (name.removesuffix(".csv"), True)
    ]


@pytest.mark.parametrize("name", ["../../vehicles", "cases", "", "a/b", "a" * 61, "con:1"])
def test_a_table_in_json_cannot_be_named_as_a_path_or_as_the_main_sheet(name: str) -> None:
    text = json.dumps({"records": [{"id": "1", "rows": {name: [{"plate": "QV 06"}]}}]})
    _package, faults = read_package("files.json", text.encode())
    assert [(fault.table, "another name" in fault.text) for fault in faults] == [(name, True)]
