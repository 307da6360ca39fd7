import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from amparo.demo.load.houses import IN_SHORT
from amparo.demo.tests.sources import (
    CAST,
    ORGANISATIONS,
    REGIONS,
    SERVICES,
    UNITS,
    data_files,
    toml,
)
from amparo.directory.models import Service
from amparo.referrals.matching import obstacles
from amparo.referrals.models import Need
from amparo.vocab.codelists import load as load_list

ROLES = {
    "first_responder": "first_responder",
    "nurse": "first_responder",
    "coordinator": "coordinator",
    "case_manager_a": "case_management",
    "case_manager_b": "case_management",
    "provider": "service_provider",
    "second_provider": "service_provider",
    "decision_maker": "competent_authority",
    "second_decision_maker": "competent_authority",
    "statistician": "rapporteur",
    "auditor": "data_protection",
    "administrator": "administration",
    "stranger": None,
    "investigator": "law_enforcement",
}


def tables(value: object) -> Iterator[dict[str, Any]]:
    """Every table of a TOML document, at any depth."""
    if isinstance(value, list):
        for item in value:
            yield from tables(item)
    elif isinstance(value, dict):
        yield value
        yield from tables(list(value.values()))


def service(row: dict[str, Any]) -> Service:
    return Service(**{key: row[key] for key in row if key not in IN_SHORT})


SHELTERS = [service(row) for row in SERVICES if row["kind"] == "shelter"]


def test_there_are_forty_organisations_and_sixty_services() -> None:
    assert (len(ORGANISATIONS), len(SERVICES)) == (40, 60)
    assert all(1 <= len(organisation["units"]) <= 3 for organisation in ORGANISATIONS)


@pytest.mark.parametrize(
    "rows", [ORGANISATIONS, SERVICES, [u for o in ORGANISATIONS for u in o["units"]]]
)
def test_no_slug_is_written_twice(rows: list[dict[str, Any]]) -> None:
    assert len({row["slug"] for row in rows}) == len(rows)


@pytest.mark.parametrize("file", data_files(), ids=lambda file: str(file.stem))
def test_every_text_is_there_in_both_languages(file: Path) -> None:
    for table in tables(toml(file)):
        texts = {key: value for key, value in table.items() if re.search(r"(^|_)(en|fr)$", key)}
        for key, value in texts.items():
            if isinstance(value, str):
                other = key[:-2] + ("fr" if key.endswith("en") else "en")
                assert value.strip() and texts[other].strip(), f"{key} in {table}"


def test_every_region_mandate_and_kind_is_a_code_of_the_country_or_the_vocabulary() -> None:
    for row in [*ORGANISATIONS, *UNITS.values(), *SERVICES]:
        assert row["region"] in REGIONS, row["slug"]
    for unit in UNITS.values():
        assert set(unit["mandates"]) <= set(load_list("mandates").codes), unit["slug"]
    for row in SERVICES:
        assert row["kind"] in load_list("services"), row["slug"]
        assert set(row["languages"]) <= set(load_list("languages").codes), row["slug"]
        assert set(row["sexes"]) <= set(load_list("sex").codes), row["slug"]


def test_every_mandate_is_held_and_every_region_has_police_that_report() -> None:
    held = {mandate for unit in UNITS.values() for mandate in unit["mandates"]}
    assert held == set(load_list("mandates").codes)
    duty = {"first_responder", "law_enforcement"}
    police = {unit["region"] for unit in UNITS.values() if duty <= set(unit["mandates"])}
    assert police == set(REGIONS)


def test_a_service_is_run_by_a_unit_that_may_answer_an_offer() -> None:
    for row in SERVICES:
        assert "service_provider" in UNITS[row["unit"]]["mandates"], row["slug"]
        assert row["region"] == UNITS[row["unit"]]["region"], row["slug"]


def test_a_shelter_is_confidential_and_what_is_confidential_has_no_address() -> None:
    for row in SERVICES:
        assert row.get("confidential", False) or row["kind"] != "shelter", row["slug"]
        assert not (row.get("confidential") and row.get("address")), row["slug"]


def test_services_have_places_ages_and_a_number_that_rings_nowhere() -> None:
    for made in map(service, SERVICES):
        assert 0 <= made.places_free <= made.places_total
        assert made.age_min < made.age_max
        assert re.fullmatch(r"\+999 555 \d{4}", made.phone), made.slug


@pytest.mark.django_db  # for the hours of each house, of which none is stored
def test_no_shelter_takes_a_father_and_his_child_tonight_and_each_says_why() -> None:
    need = Need(sex="M", age_status="adult", languages=["fr"], dependants=1, region="QV06")
    need.urgency = "tonight"
    found = {shelter.slug: obstacles(need, shelter) for shelter in SHELTERS}
    assert all(found.values())
    assert found["mole-fathers"] == ("closed",)


@pytest.mark.django_db
def test_an_adolescent_in_sildravie_finds_a_bed_by_day_but_not_at_night() -> None:
    here = [shelter for shelter in SHELTERS if shelter.region == "QV07"]
    need = Need(sex="F", age_status="child", languages=["en"], region="QV07", urgency="days")
    assert [obstacles(need, shelter) for shelter in here] == [()]
    need.urgency = "tonight"
    assert [obstacles(need, shelter) for shelter in here] == [("closed",)]


def test_the_cast_has_one_person_per_role_in_a_unit_with_its_mandate() -> None:
    assert [person["role"] for person in CAST["person"]] == list(ROLES)
    for person in CAST["person"]:
        mandate, mandates = ROLES[person["role"]], UNITS[person["unit"]]["mandates"]
        assert mandate in mandates if mandate else not mandates, person["slug"]
    assert sum(person["featured"] for person in CAST["person"]) == 5


def test_somebody_of_the_demo_works_in_every_unit_that_acts() -> None:
    people = [*CAST["person"], *CAST["colleague"]]
    assert len({person["slug"] for person in people}) == len(people)
    acting = {"first_responder", "case_management", "service_provider", "competent_authority"}
    staffed = {person["unit"] for person in people}
    assert (
        {slug for slug, u in UNITS.items() if acting & set(u["mandates"])} <= staffed <= set(UNITS)
    )
