"""Every kind of file of services becomes the same table."""

import io
import json
import zipfile
from typing import Any

import pytest
import xlsxwriter

from amparo.directory.imports.columns import Sure, missing, suggestions, sure_ones
from amparo.directory.imports.drafts import lines
from amparo.directory.imports.reading import LARGEST, read_file
from amparo.directory.imports.tests.files import row, sheet
from amparo.directory.imports.values import Draft
from amparo.methods.tables.refusals import NotRead, Why

SERVICE: dict[str, Any] = {
    "id": "9f", "name": "Aster House", "description": "Advice", "status": "active",
    "minimum_age": 18, "assured_date": "2026-02-03", "assurer_email": "desk@office.example",
    "organization": {"id": "o", "name": "Aster"},
    "languages": [{"code": "fr"}, {"code": "en"}],
    "phones": [{"number": "+999 555 0100"}],
    "schedules": [{"byday": "TU,MO", "opens_at": "08:00:00", "closes_at": "12:00:00",
                   "description": "Mornings"}],
    "service_at_locations": [{"location": {
        "latitude": 48.5, "longitude": 2.25,
        "addresses": [{"address_1": "1 Quay", "city": "Vessarine", "state_province": "QV01"}],
    }}],
    "capacities": [{"available": 2, "maximum": 5, "unit": {"name": "bed"}}],
    "attributes": [{"label": "kind", "value": "legal_aid"},
                   {"taxonomy_term": {"taxonomy": "not_asked", "code": "citizenship"}},
                   {"taxonomy_term": {"taxonomy": "not_asked", "code": "religion"}}],
}  # fmt: skip
READ: Draft = {
    "name_en": "Aster House", "description_en": "Advice", "active": True, "age_min": 18,
    "verified_on": "2026-02-03", "assurer": "desk@office.example", "organisation": "Aster",
    "languages": ["en", "fr"], "phone": "+999 555 0100", "schedules": "MO TU 08:00-12:00",
    "hours_en": "Mornings", "latitude": 48.5, "longitude": 2.25, "address": "1 Quay",
    "city": "Vessarine", "region": "QV01", "places_free": 2, "places_total": 5,
    "capacity_unit": "bed", "kind": "legal_aid", "not_asked": ["citizenship", "religion"],
}  # fmt: skip


def drafted(name: str, data: bytes, **how: str) -> list[Draft]:
    table = read_file(name, data, **how)
    mapped = sure_ones(suggestions(table.columns, {}))
    found = list(lines(table, mapped))
    assert not [line.faults for line in found if line.faults]
    return [line.draft for line in found]


@pytest.mark.parametrize(
    "whole",
    [
        SERVICE,
        [SERVICE],
        {"services": [SERVICE]},
        {"contents": [SERVICE], "page_number": 1},
        {"organizations": [{"id": "o", "name": "Aster", "services": [SERVICE]}]},
        [{"id": "o", "name": "Aster", "services": [{**SERVICE, "organization": None}]}],
    ],
)
def test_a_list_of_the_standard_is_read_in_each_of_its_forms(whole: object) -> None:
    if isinstance(whole, list) and "services" in whole[0]:
        whole[0]["services"][0].pop("organization")
    assert drafted("services.json", json.dumps(whole).encode()) == [READ]


def test_a_data_package_is_put_together_from_its_tables() -> None:
    tables = {
        "service": "id,organization_id,name,minimum_age\n9f,o,Aster House,18\n",
        "organization": "id,name\no,Aster\n",
        "location": "id,latitude,longitude\nl,48.5,2.25\n",
        "service_at_location": "id,service_id,location_id\n1,9f,l\n",
        "address": "id,location_id,address_1,state_province\n1,l,1 Quay,QV01\n",
        "attribute": "id,link_id,label,value\n1,9f,kind,legal_aid\n",
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        paths = [{"name": name, "path": f"tables/{name}-1.csv"} for name in tables]
        archive.writestr("datapackage.json", json.dumps({"resources": paths}))
        for name, text in tables.items():
            archive.writestr(f"tables/{name}-1.csv", text)
    assert drafted("services.zip", file.getvalue()) == [
        {code: READ[code] for code in (
            "name_en", "age_min", "organisation", "latitude", "longitude", "address", "region",
            "kind",
        )}
    ]  # fmt: skip


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_sheet_is_read_however_it_was_written(separator: str, encoding: str) -> None:
    text = sheet([row(name_en="Maison Zoë")], separator)
    asked = encoding if encoding == "cp1252" else ""
    assert drafted("s.csv", text.encode(encoding), encoding=asked)[0]["name_en"] == "Maison Zoë"


def test_a_workbook_says_the_same_as_a_sheet() -> None:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    page = book.add_worksheet()
    for column, (name, text) in enumerate(row(places_total="4").items()):
        page.write(0, column, name)
        page.write(1, column, int(text) if text == "4" else text)
    book.close()
    as_sheet = drafted("s.csv", sheet([row(places_total="4")]).encode())
    assert drafted("s.xlsx", file.getvalue()) == as_sheet


@pytest.mark.asvs("5.2.1", "5.2.2")
@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("list.pdf", b"%PDF-", Why.KIND),
        ("list", b"name\nx", Why.KIND),
        ("list.csv", b"PK\x03\x04", Why.LIE),
        ("list.xlsx", b"name\nx", Why.LIE),
        ("list.zip", b"name\nx", Why.LIE),
        ("list.json", b"{", Why.LIE),
        ("list.json", b"[" * 200_000, Why.LIE),
        ("list.json", b'{"records": []}', Why.NOUNS),
        ("list.json", b'["text"]', Why.NOUNS),
        ("list.csv", b"", Why.EMPTY),
        ("list.csv", b"name,kind\n", Why.EMPTY),
        ("list.csv", "Zoë".encode("cp1252"), Why.LETTERS),
        ("list.csv", b"a" * 201 + b"\nx", Why.HEADINGS),
        ("list.csv", b"a\x1b\nx", Why.HEADINGS),
        ("list.csv", b"x" * (LARGEST + 1), Why.SIZE),
    ],
)
def test_what_lies_or_is_too_much_is_refused_with_its_reason(
    name: str, data: bytes, why: Why
) -> None:
    with pytest.raises(NotRead) as refused:
        read_file(name, data)
    assert refused.value.why == why


def test_columns_are_known_by_their_names_in_both_languages() -> None:
    headings = ["Service name", "TYPE DE SERVICE", "région", "Organisme", "Numéro de téléphone"]
    found = sure_ones(suggestions(headings, {}))
    assert list(found.values()) == ["name_en", "kind", "region", "organisation", "phone"]
    assert not missing(found)


def test_a_name_that_is_only_alike_is_suggested_and_not_taken() -> None:
    (found,) = suggestions(["Service nane"], {})
    assert (found.field, found.sure) == ("name_en", Sure.ALIKE)
    assert sure_ones([found]) == {"Service nane": ""}


def test_what_was_said_before_comes_before_a_name() -> None:
    found = sure_ones(suggestions(["Name", "Ort"], {"Name": "name_fr", "Ort": "city"}))
    assert found == {"Name": "name_fr", "Ort": "city"}


def test_of_two_columns_for_one_field_the_first_is_taken() -> None:
    assert sure_ones(suggestions(["name_en", "title"], {})) == {"name_en": "name_en", "title": ""}
