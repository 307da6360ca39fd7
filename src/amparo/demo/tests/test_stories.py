"""Narratives and profiles: what the demo's files are made of holds together."""

from string import Formatter
from typing import Any

import pytest

from amparo.cases.machine import State
from amparo.cases.models import Measure
from amparo.demo.tests.sources import PROFILES, REGIONS, STORIES, UNITS
from amparo.screening.assessment import Facts, assess
from amparo.vocab.codelists import load as load_list

ACCOUNTS: list[dict[str, Any]] = STORIES["account"]
FORMS: list[dict[str, Any]] = PROFILES["form"]
FULL = {"adult": "trafficking", "child": "child_trafficking"}
CODES = {
    ("decline", "reason"): load_list("decline_reasons").codes,
    ("decision", "reason"): load_list("status_reasons").codes,
    ("decision", "outcome"): [state.value for state in State],
    ("closing", "reason"): load_list("closure_reasons").codes,
    ("measure", "kind"): [kind.value for kind in Measure.Kind],
    ("ending", "reason"): load_list("status_reasons").codes,
    ("ending", "outcome"): [state.value for state in State],
}


def routes(account: dict[str, Any]) -> list[str]:
    return ["adult", "child"] if account["who"] == "any" else [account["who"]]


def written_for(form: str, route: str) -> list[dict[str, Any]]:
    return [a for a in ACCOUNTS if form in a["forms"] and route in routes(a)]


def test_there_are_forty_accounts_with_codes_of_the_vocabulary() -> None:
    assert len(ACCOUNTS) == 40
    for account in ACCOUNTS:
        assert set(account["forms"]) <= set(load_list("forms").codes)
        assert set(account["acts"]) <= set(load_list("acts").codes)
        assert set(account["signs"].values()) <= set(load_list("marks").codes)
        assert account["place"] in load_list("places")


def test_an_account_names_nobody_but_through_its_placeholder() -> None:
    for account in ACCOUNTS:
        english, french = (
            {field for _, field, _, _ in Formatter().parse(account[key]) if field is not None}
            for key in ("en", "fr")
        )
        assert english == french <= {"given_name"}, account["en"]


def test_an_account_leads_the_screening_where_its_words_lead() -> None:
    for account in ACCOUNTS:
        for route in routes(account):
            facts = Facts(age=route, marks=account["signs"], acts=frozenset(account["acts"]))
            found = assess(facts)
            said = {reason.sign for reason in (*found.reasons, *found.also)}
            assert said == set(account["signs"]), account["en"]
            full = found.result == FULL[route]
            assert full != account.get("thin", False), account["en"]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: str(form["code"]))
def test_every_form_has_an_account_for_each_route_that_its_ages_open(form: dict[str, Any]) -> None:
    adults = any(last >= 18 for _, last, _ in form["ages"])
    children = form["not_sure"] > 0 or any(first < 18 for first, _, _ in form["ages"])
    assert written_for(form["code"], "adult") or not adults
    assert written_for(form["code"], "child") or not children


@pytest.mark.parametrize(("part", "key"), list(CODES))
def test_every_note_carries_a_code_that_exists(part: str, key: str) -> None:
    for note in STORIES[part]["notes"]:
        assert note[key] in CODES[part, key], note["en"]


def test_every_reason_to_decline_and_every_outcome_has_its_words() -> None:
    assert {note["reason"] for note in STORIES["decline"]["notes"]} == set(
        load_list("decline_reasons").codes
    )
    reasons = {r for reasons in PROFILES["closing"]["reasons"].values() for r in reasons}
    assert reasons <= {note["reason"] for note in STORIES["closing"]["notes"]}
    decided = {"presumed", "not_presumed", "confirmed", "not_confirmed"}
    assert {note["outcome"] for note in STORIES["decision"]["notes"]} == decided


def test_three_hundred_files_are_spread_over_six_years() -> None:
    years = {year["year"]: year["cases"] for year in PROFILES["year"]}
    assert list(years) == [2021, 2022, 2023, 2024, 2025, 2026]
    assert sum(years.values()) == PROFILES["cases"] == 300
    by_form = [sum(counts) for counts in zip(*(form["years"] for form in FORMS), strict=True)]
    assert by_form == list(years.values())


def test_every_form_is_there_once_and_some_are_rare_enough_to_be_protected() -> None:
    assert sorted(form["code"] for form in FORMS) == sorted(load_list("forms").codes)
    totals = [sum(form["years"]) for form in FORMS]
    assert 0 < sum(1 for total in totals if total < 5) < len(totals)


def test_the_shares_of_a_form_speak_of_codes_and_of_one_side_of_eighteen() -> None:
    for form in FORMS:
        assert set(form["sexes"]) <= set(load_list("sex").codes), form["code"]
        assert set(form["regions"]) <= set(REGIONS), form["code"]
        assert set(form["also"]) <= set(load_list("forms").codes) - {form["code"]}
        for first, last, _ in form["ages"]:
            assert first <= last and (last < 18 or first >= 18), form["code"]


def test_who_reports_and_who_manages_has_the_mandate_and_works_in_the_region() -> None:
    assert set(PROFILES["responders"]) == set(PROFILES["managers"]) == set(REGIONS)
    for region, weights in PROFILES["responders"].items():
        for slug in weights:
            assert UNITS[slug]["region"] == region, slug
            assert "first_responder" in UNITS[slug]["mandates"], slug
    for slug in PROFILES["managers"].values():
        assert "case_management" in UNITS[slug]["mandates"], slug


def test_the_other_shares_speak_of_codes_too() -> None:
    consent, screening = PROFILES["consent"], PROFILES["screening"]
    assert set(PROFILES["languages"]) <= set(load_list("languages").codes)
    assert set(consent["purposes"]) <= set(load_list("consent_purposes").codes)
    assert set(consent["how"]) <= set(load_list("consent_modes").codes)
    assert set(consent["grounds"]) <= set(load_list("legal_grounds").codes)
    assert set(screening["danger"]) == set(screening["alone"]) == {"yes", "no", "not_sure"}
    for need in (*PROFILES["need"], *PROFILES["live"]["offers"]):
        assert need["kind"] in load_list("services"), need
    for path in (*PROFILES["paths"]["settled"].values(), *PROFILES["paths"]["recent"].values()):
        assert set(path) <= {state.value for state in State}


def test_a_child_is_always_referred() -> None:
    for paths in PROFILES["paths"].values():
        assert not set(paths["child"]) & {"not_referred", "notified", "withdrawn"}
