"""Where the country asks for two persons, a decision counts when a second officer agrees."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.test.utils import override_settings
from django.urls import reverse

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.access.two_persons import Proposal, approve, refuse, withdraw
from amparo.access.two_persons.queries import decidable_by, proposed_by
from amparo.cases.actions.opening import open_accounts
from amparo.cases.decisions.actions import decide
from amparo.cases.decisions.reconsidering import ask_anew
from amparo.cases.decisions.tests.deciding import TEXT, address, kept, second_officer, sent
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.cases.tests.steps import stored
from amparo.people.models import User
from amparo.vocab.country import load
from amparo.vocab.datafile import DataError
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]
DEMO = settings.COUNTRY


def pack_with(folder: Path, line: str) -> Path:
    pack = folder / "country"
    shutil.copytree(DEMO, pack)
    file = pack / "country.toml"
    text = file.read_text("utf-8")
    assert "second_person = []" in text
    file.write_text(text.replace("second_person = []", line), "utf-8")
    return pack


@pytest.fixture(autouse=True)
def country_of_two(tmp_path: Path) -> Iterator[None]:
    with override_settings(COUNTRY=pack_with(tmp_path, 'second_person = ["first", "final"]')):
        yield


def proposed(case: Case, cast: Cast) -> Proposal:
    decide(
        case, State.PRESUMED, by=cast.panel, reason="grounds_found", note=TEXT, findings=files.FOUND
    )
    with acting_as(cast.panel):
        return proposed_by(cast.panel).get()


def test_a_proposed_decision_changes_nothing_until_a_second_agrees(cast: Cast, case: Case) -> None:
    proposal, other = proposed(case, cast), second_officer(cast)
    assert stored(case, cast).identification == "received"
    assert kept(case, cast) == []
    approve(proposal, by=other)
    assert stored(case, cast).identification == "reflection"
    (row,) = kept(case, cast)
    assert (row.by, row.taken.by) == (cast.panel, other)


def test_the_second_reads_the_reasons_before_and_finds_the_way(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    proposal, other = proposed(case, cast), second_officer(cast)
    html = client_of(other).get(address(case)).content.decode()
    assert "Waits for a second person: First decision: presumed victim" in html
    way = reverse("proposal", args=[proposal.pk])
    assert f'href="{way}"' in html
    assert "Record the decision" not in html
    assert TEXT in [row.text for row in open_accounts(case, by=other, purpose="safety")]
    said = client_of(other).get(way).content.decode()
    assert "“First decision: presumed victim” will stand in the file" in said


def test_by_clicks_the_officer_is_told_that_it_waits(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    client = client_of(cast.panel)
    page = client.post(address(case), sent(), follow=True)
    assert "It counts when a second person agrees" in page.content.decode()
    assert (
        "A decision waits for a second person already" in client.get(address(case)).content.decode()
    )


def test_nobody_agrees_to_their_own_nor_anybody_of_another_authority(
    cast: Cast, case: Case
) -> None:
    proposal = proposed(case, cast)
    elsewhere = second_officer(cast, "elsewhere", unit="school")
    for user in (cast.panel, cast.coordinator, cast.manager_a, elsewhere):
        with pytest.raises(Refused):
            approve(proposal, by=user)
    assert stored(case, cast).identification == "received"


def test_one_waits_at_a_time_and_a_refused_or_withdrawn_one_makes_room(
    cast: Cast, case: Case
) -> None:
    first, other = proposed(case, cast), second_officer(cast)
    with pytest.raises(Refused, match="waits for a second person already"):
        decide(
            case, State.NOT_PRESUMED, by=other, reason="grounds_not_found", findings=files.NOT_FOUND
        )
    refuse(first, by=other, reason="The hours are not enough.")
    withdraw(proposed(case, cast), by=cast.panel)
    decide(case, State.NOT_PRESUMED, by=other, reason="grounds_not_found", findings=files.NOT_FOUND)
    (waiting,) = decidable_of(cast.panel)
    approve(waiting, by=cast.panel)
    assert stored(case, cast).identification == "not_presumed"


def decidable_of(user: User) -> list[Proposal]:
    with acting_as(user):
        return decidable_by(user)


def test_agreed_to_twice_it_is_decided_once(cast: Cast, case: Case) -> None:
    proposal, other = proposed(case, cast), second_officer(cast)
    approve(proposal, by=other)
    with pytest.raises(Refused, match="decided already"):
        approve(proposal, by=other)
    assert len(kept(case, cast)) == 1


def test_no_final_decision_is_even_proposed_before_the_period_ends(cast: Cast, case: Case) -> None:
    approve(proposed(case, cast), by=second_officer(cast))
    with pytest.raises(Refused, match="The protected period runs"):
        decide(case, State.CONFIRMED, by=cast.panel, reason="confirmed", findings=files.FOUND)


def test_who_agreed_before_does_not_decide_anew_nor_agree_to_it(cast: Cast, case: Case) -> None:
    second, third = second_officer(cast), second_officer(cast, "third")
    decide(
        case,
        State.NOT_PRESUMED,
        by=cast.panel,
        reason="grounds_not_found",
        findings=files.NOT_FOUND,
    )
    approve(decidable_of(second)[0], by=second)
    ask_anew(files.fresh(case), by=cast.manager_a, asked_by="lawyer", grounds=["law_wrong"])
    with pytest.raises(Refused, match="somebody else decides anew"):
        decide(case, State.PRESUMED, by=second, reason="new_facts", findings=files.FOUND)
    decide(case, State.PRESUMED, by=third, reason="new_facts", findings=files.FOUND)
    with pytest.raises(Refused, match="somebody else decides anew"):
        approve(decidable_of(second)[0], by=second)
    fourth = second_officer(cast, "fourth")
    approve(decidable_of(fourth)[0], by=fourth)
    assert stored(case, cast).identification == "reflection"


def test_a_pack_that_names_another_step_is_refused(tmp_path: Path) -> None:
    pack = pack_with(tmp_path / "other", 'second_person = ["second"]')
    with pytest.raises(DataError, match=r"country.toml: second_person: 'second' is neither first"):
        load(pack)
