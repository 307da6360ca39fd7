"""What the rooms are played with: each code is one of its list, each unit has the mandate."""

from collections.abc import Iterable
from functools import reduce
from operator import getitem
from typing import Any

import pytest

from amparo.cases.machine import State
from amparo.demo.tests.sources import DATA, UNITS, toml
from amparo.methods.filetypes import BY_EXTENSION
from amparo.vocab.codelists import load as load_list

ROOMS = {name: toml(DATA / f"{name}.toml") for name in ("support", "justice", "evidence", "around")}

# Where codes stand in the data files, and the list that they are of.
CODES = {
    "support": {
        "danger self": "danger_answers", "danger family": "danger_answers",
        "danger staff": "danger_answers", "danger measures": "risk_measures",
        "speaking shared": "languages", "speaking interpreter": "talk_interpreters",
        "speaking how": "plan_modes", "safe_way channel": "contact_channels",
        "safe_way when": "contact_times", "safe_way answers": "contact_answers",
        "near relation": "relations", "near place": "whereabouts", "near danger": "danger_answers",
        "near measure": "relative_measures", "service ends": "service_ends",
        "service health": "health_notes", "health_kinds": "services", "goal ends": "goal_ends",
        "inclusion areas": "inclusion_areas", "inclusion standing": "inclusion_standings",
        "exit reasons": "exit_reasons", "exit led_on": "exit_reasons",
        "follow_up contact": "follow_up_contacts", "follow_up danger": "danger_answers",
        "follow_up standing": "inclusion_standings",
    },
    "justice": {
        "offices told": "justice_offices", "offices linked": "offences",
        "offices drop": "drop_grounds", "offices how": "notice_modes",
        "hearing kind": "hearing_kinds", "hearing measures": "special_measures",
        "hearing prepared": "hearing_preparations", "claim source": "claim_sources",
        "protection kind": "protection_kinds", "offender role": "offender_roles",
        "offender relation": "offender_relations", "asset kind": "asset_kinds",
        "pleading others": "forms", "pleading acts": "forms", "pleading any": "alleged_acts",
        "pleading stage": "allegation_stages", "pleading office": "justice_offices",
        "pleading answer": "plea_answers", "pleading second_answer": "plea_answers",
        "pleading outcome": "allegation_outcomes",
    },
    "around": {
        "stay grounds adult": "stay_grounds", "stay grounds child": "stay_grounds",
        "threat against": "threatened", "threat measures": "protective_steps",
        "missing police": "police_told", "missing how": "found_ways",
    },
}  # fmt: skip
SINGLE = {
    ("support", "speaking alone"): "talk_interpreters",
    ("justice", "offices first"): "offences",
    ("justice", "ground"): "legal_grounds",
    ("evidence", "passed"): "custody_kinds",
    ("evidence", "payment source"): "evidence_sources",
    ("around", "group channel"): "signal_channels",
}  # fmt: skip
PLACES = [(room, place, name) for room, rows in CODES.items() for place, name in rows.items()]


def found(room: str, place: str) -> Any:
    return reduce(getitem, place.split(), ROOMS[room])


@pytest.mark.parametrize(("room", "place", "name"), PLACES)
def test_each_code_is_one_of_its_list(room: str, place: str, name: str) -> None:
    codes: Iterable[str] = found(room, place)
    assert set(codes) <= set(load_list(name).codes)
    assert codes


@pytest.mark.parametrize(("where", "name"), SINGLE.items())
def test_each_single_code_is_one_of_its_list(where: tuple[str, str], name: str) -> None:
    assert found(*where) in load_list(name)


def test_acts_that_are_held_against_a_person_are_of_the_list() -> None:
    acts = {code for codes in found("justice", "pleading acts").values() for code in codes}
    assert acts <= set(load_list("alleged_acts").codes)
    answers = {note["answer"] for note in found("justice", "answered notes")}
    assert answers == set(found("justice", "pleading answer"))


def test_items_have_a_source_and_a_name_whose_kind_is_known() -> None:
    rows = [*found("evidence", "item"), found("evidence", "payment")]
    assert len(rows) >= max(map(int, found("evidence", "items")))
    for row in rows:
        assert row["source"] in load_list("evidence_sources")
        assert row["name"].rpartition(".")[2] in BY_EXTENSION


def test_who_investigates_and_who_finds_a_group_has_the_mandate() -> None:
    for slug in found("justice", "units").values():
        assert "law_enforcement" in UNITS[slug]["mandates"], slug
    assert "first_responder" in UNITS[found("around", "group unit")]["mandates"]


def test_plans_are_agreed_on_paths_that_there_are() -> None:
    assert set(found("support", "planned")) <= {state.value for state in State}
