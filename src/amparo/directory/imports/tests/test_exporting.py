"""What goes out comes in again as it was, runs nowhere, and hides what is confidential."""

import csv
import io
import json
import zipfile
from datetime import date, time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amparo.access.standing import NotAllowed
from amparo.directory.actions.locations import Where, add_location
from amparo.directory.imports.actions.exports import take_out
from amparo.directory.imports.actions.looking import look_at
from amparo.directory.imports.models import Deed
from amparo.directory.imports.packing import as_package
from amparo.directory.imports.queries import rows_of
from amparo.directory.imports.reading import read_file
from amparo.directory.imports.tests.files import sent
from amparo.directory.models import Schedule, Service
from amparo.methods.spreadsheet import FORMULA
from support import files
from support.cast import Cast

SHAPES = ["csv", "xlsx", "zip"]
# What people write, and what is written to break a reader; control characters come in by no form.
TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=60).map(
    lambda text: " ".join(text.split())
)
HOSTILE = st.one_of(TEXT, TEXT.map(lambda text: f"={text}"), TEXT.map(lambda text: f"'+{text}"))
NAME = HOSTILE.filter(bool)


def service(cast: Cast, **fields: Any) -> Service:
    made = files.service(cast, **{
        "region": "QV01", "confidential": False, "kind": "legal_aid", "languages": ["fr", "ar"],
        "sexes": ["M", "F"], "not_asked": ["religion"], "accredited_until": date(2030, 1, 2),
        "phone": "+999 555 0100", "name_fr": "Maison", **fields,
    })  # fmt: skip
    return made


def brought_back(cast: Cast, shape: str) -> dict[str, int]:
    data = take_out(shape, by=cast.coordinator)
    batch = look_at(sent(data, f"services.{shape}"), "Ourselves", by=cast.coordinator)
    wrong = {row.number: (row.faults, row.before) for row in rows_of(batch).exclude(deed=Deed.SAME)}
    assert not wrong
    counts: dict[str, int] = batch.counts
    return counts


@pytest.mark.parametrize("shape", SHAPES)
def test_what_goes_out_and_comes_in_again_changes_nothing(cast: Cast, shape: str) -> None:
    open_one = service(cast)
    where = Where("QV02", "1 Quay", "Vessarine", "10", 48.123456789, -2.5)
    add_location(open_one, where, by=cast.provider)
    Schedule.objects.create(
        service=open_one, days=["MO", "SU"], opens_at=time(22), closes_at=time(6),
        valid_from=date(2026, 1, 1),
    )  # fmt: skip
    service(cast, kind="shelter", confidential=True, places_free=0, places_total=0, phone="")
    service(cast, unit="second_shelter", active=False, hours_en="Always", age_max=17)
    assert brought_back(cast, shape) == {"same": 3}


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.fixed_dictionaries(
    {"name_en": NAME, "name_fr": NAME, "hours_en": HOSTILE, "description_fr": HOSTILE,
     "assurer": HOSTILE, "phone": st.from_regex(r"\+?[0-9 ]{0,20}", fullmatch=True)}
))  # fmt: skip
@pytest.mark.parametrize("shape", SHAPES)
def test_whatever_was_written_comes_in_again_as_it_was(
    cast: Cast, shape: str, texts: dict[str, str]
) -> None:
    Service.objects.all().delete()
    service(cast, **{name: text[:60] for name, text in texts.items()})
    assert brought_back(cast, shape) == {"same": 1}


@pytest.mark.asvs("1.2.10")
def test_no_cell_that_goes_out_is_a_formula(cast: Cast) -> None:
    service(cast, name_en="=HYPERLINK(A1)", assurer="@SUM(1)", phone="+999")
    out = list(csv.reader(io.StringIO(take_out("csv", by=cast.coordinator).decode("utf-8-sig"))))
    assert not [cell for line in out for cell in line if cell.startswith(FORMULA)]
    with zipfile.ZipFile(io.BytesIO(take_out("xlsx", by=cast.coordinator))) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
        assert not [name for name in book.namelist() if "rels" in name and "sheet" in name]


@pytest.mark.parametrize("shape", SHAPES)
def test_where_a_confidential_service_is_goes_out_in_no_shape(cast: Cast, shape: str) -> None:
    hidden, shown = service(cast, confidential=True), service(cast)
    add_location(shown, Where("QV01", "1 Open Quay", "Vessarine"), by=cast.provider)
    add_location(hidden, Where("QV01", "9 Sealed Court", "Gravondelle"), by=cast.provider)
    # Hidden since, its open place not yet taken away.
    shown_once = service(cast)
    add_location(shown_once, Where("QV01", "3 Former Road"), by=cast.provider)
    Service.objects.filter(pk=shown_once.pk).update(confidential=True)
    data = take_out(shape, by=cast.coordinator)
    table = read_file(f"services.{shape}", data)
    text = str(table.rows)
    assert "1 Open Quay" in text
    assert not [w for w in ("Sealed Court", "Gravondelle", "Former Road") if w in text]


def test_a_package_says_what_its_tables_hold(cast: Cast) -> None:
    service(cast)
    with zipfile.ZipFile(io.BytesIO(take_out("zip", by=cast.coordinator))) as package:
        described = json.loads(package.read("datapackage.json"))
        for resource in described["resources"]:
            head = package.read(resource["path"]).decode("utf-8-sig").splitlines()[0]
            assert head.split(",") == [field["name"] for field in resource["schema"]["fields"]]
    tables = {resource["name"] for resource in described["resources"]}
    assert {"service", "organization", "phone", "language", "attribute", "taxonomy_term"} <= tables
    assert as_package([]) == as_package([])


def test_nobody_but_the_bureau_takes_the_list_out(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        take_out("csv", by=cast.provider)
