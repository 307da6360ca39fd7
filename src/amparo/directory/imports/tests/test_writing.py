"""A file of services is brought in whole, changes nothing twice, and goes back whole."""

from datetime import UTC, date, datetime, time
from typing import Any
from uuid import uuid4

import pytest
from django.db import DataError

from amparo.access.standing import NotAllowed, Refused
from amparo.audit.queries import entries
from amparo.directory.actions.locations import Where, add_location
from amparo.directory.actions.places import hold_place
from amparo.directory.imports.actions.looking import look_at, say_columns, throw_away
from amparo.directory.imports.actions.starting import start, start_undoing
from amparo.directory.imports.actions.working import do_now, work
from amparo.directory.imports.drafts import WHERE
from amparo.directory.imports.models import ImportBatch, ImportRow, ServiceSource, State
from amparo.directory.imports.queries import batches, rows_of, stored
from amparo.directory.imports.tests.files import (
    brought,
    fresh,
    looked,
    row,
    sent,
    sheet,
    undone,
    written,
)
from amparo.directory.models import Location, Schedule, Service
from amparo.directory.queries import every_service, services
from amparo.people.models import Organisation, Unit
from support.cast import Cast

FULL = row(
    name_fr="Maison Aster", sexes="F", age_min="18", age_max="60", languages="fr;ar",
    dependants="yes", round_the_clock="yes", hours_en="Always", hours_fr="Toujours",
    schedules="MO TU 22:00-06:00 2026-01-01..", phone="+999 555 0199", description_en="Advice",
    description_fr="Conseil", accessibility="step_free", not_asked="citizenship;religion",
    serves="QV02", confidential="no", address="1 Quay", city="Vessarine", postal_code="10",
    latitude="48.5", longitude="2.25", capacity_unit="case_slot", places_total="9",
    places_free="4", accredited_until="2027-01-31", verified_on="2026-02-28", assurer="Ministry",
)  # fmt: skip
LATE = datetime(2099, 1, 1, tzinfo=UTC)


def test_everything_that_a_row_says_stands_in_the_service(cast: Cast) -> None:
    brought(FULL, by=cast.coordinator)
    service = services().get()
    expected: dict[str, Any] = {
        "name_en": "Aster House", "name_fr": "Maison Aster", "kind": "legal_aid",
        "region": "QV01", "sexes": ["F"], "age_min": 18, "age_max": 60,
        "languages": ["ar", "fr"], "dependants": True, "round_the_clock": True,
        "hours_en": "Always", "hours_fr": "Toujours", "phone": "+999 555 0199",
        "description_fr": "Conseil", "accessibility": ["step_free"],
        "not_asked": ["citizenship", "religion"], "serves": ["QV02"], "confidential": False,
        "capacity_unit": "case_slot", "places_total": 9, "places_free": 4,
        "accredited_until": date(2027, 1, 31), "verified_on": date(2026, 2, 28),
        "assurer": "Ministry", "active": True,
    }  # fmt: skip
    assert {name: getattr(service, name) for name in expected} == expected
    place, hours = Location.objects.get(), Schedule.objects.get()
    assert (place.address, place.city, place.latitude, place.region) == (
        "1 Quay", "Vessarine", 48.5, "QV01",
    )  # fmt: skip
    assert (hours.days, hours.opens_at, hours.closes_at) == (["MO", "TU"], time(22), time(6))
    assert (hours.valid_from, hours.valid_to) == (date(2026, 1, 1), None)


def test_the_same_file_twice_changes_nothing(cast: Cast) -> None:
    brought(FULL, row(id="8", name_en="B", kind="shelter"), by=cast.coordinator)
    before = stored(Service.objects.values_list("pk", flat=True))
    again = looked(FULL, row(id="8", name_en="B", kind="shelter"), by=cast.coordinator)
    assert again.counts == {"same": 2}
    with pytest.raises(Refused, match="would change anything"):
        start(again, by=cast.coordinator)
    assert stored(Service.objects.values_list("pk", flat=True)) == before


def test_a_file_without_numbers_is_known_again_by_its_words(cast: Cast) -> None:
    rows = [row(id="", name_en="A"), row(id="", name_en="B")]
    brought(*rows, by=cast.coordinator)
    assert looked(*rows, by=cast.coordinator).counts == {"same": 2}


def test_a_batch_that_is_written_again_does_nothing_more(cast: Cast) -> None:
    batch = brought(row(), by=cast.coordinator)
    do_now(batch, by=cast.coordinator)
    work(batch.pk)
    assert services().count() == 1
    with pytest.raises(Refused, match="is being brought in, or was"):
        start(batch, by=cast.coordinator)


def test_what_a_file_does_not_say_stays_as_it_is(cast: Cast) -> None:
    brought(FULL, by=cast.coordinator)
    batch = brought(row(phone="+999 2"), by=cast.coordinator)
    assert batch.counts == {"update": 1}
    service = services().get()
    assert (service.phone, service.languages, service.name_fr) == ("+999 2", ["ar", "fr"],
                                                                   "Maison Aster")  # fmt: skip
    assert Location.objects.get().address == "1 Quay"


def test_rows_that_are_refused_stop_no_others(cast: Cast) -> None:
    batch = brought(row(), row(id="8", kind="zoo"), by=cast.coordinator)
    assert batch.counts == {"new": 1, "refuse": 1}
    assert services().count() == 1


def test_where_anything_stops_it_nothing_is_written(cast: Cast) -> None:
    batch = start(looked(row(), row(id="8", name_en="B"), by=cast.coordinator), by=cast.coordinator)
    # What no check foresees: a list that the table does not take.
    found = rows_of(batch).get(number=3)
    found.draft["sexes"] = ["too long for its column"]
    found.save()
    with pytest.raises(DataError, match="too long"):
        work(batch.pk)
    assert not services().exists()
    assert (fresh(batch).state, fresh(batch).message) == (State.FAILED, "write")


def test_each_step_leaves_one_row_in_the_log(cast: Cast) -> None:
    batch = undone(brought(row(), row(id="8"), by=cast.coordinator), by=cast.coordinator)
    said = [entry.action for entry in entries().filter(object_id=batch.pk).order_by("id")]
    assert said == [
        "looked at services to bring in", "asked to bring services in", "brought services in",
        "asked to take services back", "took services back",
    ]  # fmt: skip


def test_nobody_but_the_bureau_brings_anything_in(cast: Cast) -> None:
    for user in (cast.provider, cast.manager_a, cast.administrator, cast.stranger):
        with pytest.raises(NotAllowed):
            looked(row(), by=user)
    batch = looked(row(), by=cast.coordinator)
    for deed in (start, throw_away, start_undoing):
        with pytest.raises(NotAllowed):
            deed(batch, by=cast.provider)


def test_who_may_no_more_has_nothing_written(cast: Cast) -> None:
    batch = start(looked(row(), by=cast.coordinator), by=cast.coordinator)
    ImportBatch.objects.filter(pk=batch.pk).update(by=cast.provider)
    work(batch.pk)
    assert (fresh(batch).state, fresh(batch).message) == (State.FAILED, "write")
    assert not services().exists()
    ImportBatch.objects.filter(pk=batch.pk).update(by=cast.coordinator)
    assert written(fresh(batch), by=cast.coordinator).state == State.DONE


def test_what_was_only_looked_at_can_be_thrown_away(cast: Cast) -> None:
    throw_away(looked(row(), by=cast.coordinator), by=cast.coordinator)
    assert not batches().exists()
    assert not ImportRow.objects.exists()


def test_what_a_column_holds_is_kept_once_somebody_has_said_it(cast: Cast) -> None:
    by, file = cast.coordinator, sent(sheet([row(Ort="Vessarine")]))
    batch = look_at(file, "Office", by=by)
    assert "Vessarine" not in str(list(rows_of(batch).values()))
    columns = {**batch.columns, "Ort": "city"}
    with pytest.raises(Refused, match="once more"):
        say_columns(batch, columns, by=by)
    with pytest.raises(Refused, match="another file"):
        say_columns(batch, columns, by=by, sent=sent(sheet([row(Ort="Elsewhere")])))
    batch = say_columns(batch, columns, by=by, sent=file)
    assert rows_of(batch).get().draft["city"] == "Vessarine"
    assert look_at(file, "office", by=by).columns["Ort"] == "city"


def test_without_a_column_that_is_needed_nothing_is_checked(cast: Cast) -> None:
    batch = looked({"name": "Aster", "Sorte": "legal_aid"}, by=cast.coordinator)
    assert (batch.state, batch.rows_total, rows_of(batch).count()) == (State.READ, 1, 0)


def test_a_file_that_is_taken_back_leaves_all_as_it_was(cast: Cast) -> None:
    brought(FULL, by=cast.coordinator)
    before, units = stored(Service.objects.values_list("pk", flat=True)), Unit.objects.count()
    changed = dict.fromkeys([*WHERE, "phone", "schedules", "accredited_until", "languages"], "")
    batch = brought(
        FULL | changed | {"name_en": "Changed", "region": "QV03", "places_total": "20"},
        row(id="8", organisation="New one", address="2 Quay", schedules="MO 08:00-09:00"),
        by=cast.coordinator,
    )
    assert batch.counts == {"update": 1, "new": 1}
    assert undone(batch, by=cast.coordinator).state == State.UNDONE
    assert stored(Service.objects.values_list("pk", flat=True)) == before
    assert (Unit.objects.count(), Organisation.objects.filter(name_en="New one").count()) == (
        units, 0,
    )  # fmt: skip
    assert list(ServiceSource.objects.values_list("key", flat=True)) == ["7"]
    assert (Location.objects.count(), Schedule.objects.count()) == (1, 1)


def test_an_address_that_a_file_brought_goes_with_it(cast: Cast) -> None:
    brought(row(), by=cast.coordinator)
    batch = brought(row(address="1 Quay", city="Vessarine"), by=cast.coordinator)
    undone(batch, by=cast.coordinator)
    assert not Location.objects.exists()


def test_what_somebody_changed_since_stays_and_is_listed(cast: Cast) -> None:
    brought(row(phone="+999 1", assurer="A"), by=cast.coordinator)
    batch = brought(row(phone="+999 2", assurer="B"), by=cast.coordinator)
    Service.objects.update(phone="+999 3")
    undone(batch, by=cast.coordinator)
    service = services().get()
    assert (service.phone, service.assurer) == ("+999 3", "A")
    assert rows_of(batch).get().kept == ["phone"]


def test_a_service_that_holds_a_place_is_offered_no_more_instead(cast: Cast) -> None:
    cells = {"places_total": "2", "places_free": "2", "organisation": "Shelter"}
    batch = brought(row(**cells), row(id="8", name_en="B", **cells), by=cast.coordinator)
    hold_place(services().get(name_en="B"), uuid4(), LATE)
    undone(batch, by=cast.coordinator)
    assert [(each.name_en, each.active) for each in every_service()] == [("B", False)]
    assert [each.kept for each in rows_of(batch)] == [[], ["active"]]


def test_a_service_that_a_later_file_changed_is_not_removed(cast: Cast) -> None:
    first = brought(row(), by=cast.coordinator)
    later = brought(row(phone="+999 2"), by=cast.coordinator)
    undone(first, by=cast.coordinator)
    assert not every_service().get().active
    assert undone(later, by=cast.coordinator).state == State.UNDONE


def test_a_house_that_has_written_where_it_is_is_not_removed(cast: Cast) -> None:
    batch = brought(row(kind="shelter", organisation="Shelter"), by=cast.coordinator)
    add_location(services().get(), Where("QV01", "9 Sealed Court"), by=cast.provider)
    undone(batch, by=cast.coordinator)
    assert not every_service().get().active


def test_only_what_was_brought_in_is_taken_back_and_once(cast: Cast) -> None:
    batch = looked(row(), by=cast.coordinator)
    with pytest.raises(Refused, match="once"):
        start_undoing(batch, by=cast.coordinator)
    done = undone(written(batch, by=cast.coordinator), by=cast.coordinator)
    with pytest.raises(Refused, match="once"):
        start_undoing(done, by=cast.coordinator)
    assert brought(row(), by=cast.coordinator).counts == {"new": 1}
