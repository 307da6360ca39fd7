"""Which service a row is: by its number, or by a question; and what a row may not change."""

from typing import Any

import pytest

from amparo.directory.actions.locations import Where, add_location
from amparo.directory.actions.places import set_places
from amparo.directory.imports.actions.looking import answer, answer_all
from amparo.directory.imports.models import ImportBatch
from amparo.directory.imports.queries import rows_of
from amparo.directory.imports.tests.files import brought, fresh, looked, row, written
from amparo.directory.imports.values import Wrong
from amparo.directory.models import Location, Service
from amparo.directory.queries import locations, services
from support import files
from support.cast import Cast

ADDRESS = {"address": "1 Hidden Lane", "city": "Vessarine", "latitude": "1", "longitude": "2"}


def only(batch: ImportBatch) -> tuple[str, list[list[str]], list[list[str]]]:
    """Of the only row what it would do, its faults and its notes."""
    found = rows_of(batch).get()
    return found.deed, found.faults, found.notes


def here(cast: Cast, **fields: Any) -> Service:
    return files.service(cast, **{
        "name_en": "Aster House", "name_fr": "Maison Aster", "kind": "legal_aid",
        "region": "QV01", "confidential": False, **fields,
    })  # fmt: skip


@pytest.mark.parametrize(
    ("there", "deed", "asked"),
    [
        ({}, "update", 1),  # the same name, region and kind
        ({"name_en": "ASTER  House"}, "update", 1),
        ({"name_en": "Other", "name_fr": "Aster House"}, "update", 1),
        ({"kind": "health"}, "new", 1),  # asked, and likely another
        ({"region": "QV02"}, "new", 0),
        ({"name_en": "Other", "name_fr": "Autre", "phone": "+999 (555) 01"}, "new", 1),
        ({"active": False}, "new", 0),
    ],
)
def test_a_service_that_is_like_one_here_is_asked_about(
    cast: Cast, there: dict[str, object], deed: str, asked: int
) -> None:
    here(cast, **there)
    batch = looked(row(phone="+999 55501"), by=cast.coordinator)
    assert (only(batch)[0], batch.asked) == (deed, asked)


def test_whoever_decides_says_otherwise(cast: Cast) -> None:
    service = here(cast)
    batch = looked(row(phone="+999 1"), by=cast.coordinator)
    batch = answer(batch, {2: "other"}, by=cast.coordinator)
    assert batch.counts == {"new": 1}
    batch = answer_all(batch, "same", by=cast.coordinator)
    assert batch.counts == {"update": 1}
    written(batch, by=cast.coordinator)
    assert services().get(pk=service.pk).phone == "+999 1"
    again = looked(row(name_en="Aster House II"), by=cast.coordinator)
    assert again.asked == 0  # the source has a number for it now
    assert only(again)[0] == "update"


def test_what_is_the_same_already_gets_the_number_of_its_source(cast: Cast) -> None:
    here(cast)
    assert brought(row(), by=cast.coordinator).counts == {"same": 1}
    again = looked(row(name_en="Another name"), by=cast.coordinator)
    assert (only(again)[0], again.asked) == ("update", 0)


def test_two_rows_never_take_the_same_service(cast: Cast) -> None:
    here(cast)
    batch = looked(row(), row(id="8"), by=cast.coordinator)
    assert [each.deed for each in rows_of(batch)] == ["same", "new"]
    batch = answer_all(batch, "same", by=cast.coordinator)
    assert [each.faults for each in rows_of(batch)] == [[], []]
    assert batch.asked == 1


def test_two_rows_with_one_number_are_one_too_many(cast: Cast) -> None:
    batch = looked(row(), row(name_en="Other"), by=cast.coordinator)
    assert [each.faults for each in rows_of(batch)] == [[], [["id", Wrong.TWICE]]]


def test_a_service_of_another_source_keeps_its_own_number(cast: Cast) -> None:
    brought(row(), by=cast.coordinator)
    batch = looked(row(name_en="Zinnia House"), by=cast.coordinator, source="Another office")
    assert only(batch)[0] == "new"


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"organisation": "", "unit": "nowhere"}, Wrong.UNIT),
        ({"organisation": "", "unit": "police"}, Wrong.UNIT),
    ],
)
def test_a_unit_that_runs_no_services_is_refused(
    cast: Cast, cells: dict[str, str], fault: str
) -> None:
    assert only(looked(row(**cells), by=cast.coordinator))[1] == [["organisation", fault]]


def test_who_runs_a_service_is_found_by_name_and_made_where_nobody_knows_it(cast: Cast) -> None:
    brought(
        row(organisation="Shelter"),
        row(id="8", name_en="B", organisation="", unit="second_shelter"),
        row(id="9", name_en="C", organisation="Nobody yet"),
        row(id="10", name_en="D", organisation="NOBODY yet"),
        by=cast.coordinator,
    )
    units = {each.name_en: each.unit for each in services()}
    assert units["Aster House"] == cast.units["shelter"]
    assert units["B"] == cast.units["second_shelter"]
    assert units["C"] == units["D"]
    assert units["C"].mandates == ["service_provider"]
    assert not units["C"].memberships.exists()


def test_another_organisation_in_the_file_moves_no_service(cast: Cast) -> None:
    brought(row(organisation="Shelter"), by=cast.coordinator)
    batch = looked(row(organisation="second_shelter"), by=cast.coordinator)
    assert only(batch) == ("same", [], [["organisation", Wrong.RUN_BY]])


def test_the_house_counts_its_own_free_places(cast: Cast) -> None:
    brought(row(organisation="Shelter", places_total="4", places_free="2"), by=cast.coordinator)
    set_places(services().get(), 3, by=cast.provider)
    same = looked(row(places_total="4", places_free="0"), by=cast.coordinator)
    assert only(same)[0] == "same"
    fewer = looked(row(places_total="2"), by=cast.coordinator)
    assert only(fewer)[1] == [["places_total", Wrong.FREE_THERE]]


def test_an_age_is_compared_with_the_other_one_that_stands_here(cast: Cast) -> None:
    brought(row(age_min="0", age_max="17"), by=cast.coordinator)
    assert only(looked(row(age_min="18"), by=cast.coordinator))[1] == [["age_min", "ages_there"]]


@pytest.mark.parametrize(
    ("cells", "kept"),
    [
        ({"confidential": "yes"}, False),
        ({"confidential": "no"}, True),
        ({"kind": "shelter"}, False),  # a house is confidential unless the file says it is not
        ({"kind": "shelter", "confidential": "no"}, True),
        ({"confidential": "yes", "kind": "zoo"}, False),
        ({"kind": "zoo"}, False),  # a row that is refused keeps no address
    ],
)
def test_of_a_confidential_place_nothing_is_kept(
    cast: Cast, cells: dict[str, str], *, kept: bool
) -> None:
    batch = looked(row(**{**ADDRESS, **cells}), by=cast.coordinator)
    stored = str(list(rows_of(batch).values()))
    assert ("Hidden Lane" in stored) == kept
    assert ("Vessarine" in stored) == kept


def test_a_confidential_service_here_stays_so_and_gets_no_address(cast: Cast) -> None:
    service = here(cast, confidential=True)
    cells = {**ADDRESS, "confidential": "no", "phone": "+999 4"}
    batch = looked(row(**cells), by=cast.coordinator)
    assert "Hidden" not in str(list(rows_of(batch).values()))
    assert only(batch)[2] == [["address", Wrong.HIDDEN], ["confidential", Wrong.OPENNESS]]
    written(batch, by=cast.coordinator)
    assert services().get(pk=service.pk).confidential
    assert not locations().exists()


def test_a_service_that_became_confidential_meanwhile_keeps_no_address(cast: Cast) -> None:
    service = here(cast)
    batch = looked(row(**ADDRESS, phone="+999 2"), by=cast.coordinator)
    Service.objects.filter(pk=service.pk).update(confidential=True)
    batch = written(batch, by=cast.coordinator)
    assert not locations().exists()
    assert "Hidden" not in str(list(rows_of(fresh(batch)).values()))


def test_a_place_that_the_house_wrote_is_left_alone(cast: Cast) -> None:
    service = here(cast, confidential=True)
    add_location(service, Where("QV01", "9 Sealed Court"), by=cast.provider)
    written(looked(row(**ADDRESS, region="QV01", phone="+999 3"), by=cast.coordinator),
            by=cast.coordinator)  # fmt: skip
    assert list(Location.objects.values_list("confidential", flat=True)) == [True]
