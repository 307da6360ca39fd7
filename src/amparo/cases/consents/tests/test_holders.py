"""After a withdrawal: who is shut out, who still holds what, and the door that stays shut."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from django.test import Client

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.audit.actions import record
from amparo.audit.queries import entries
from amparo.cases.actions.decisions import receive, refer, share_again
from amparo.cases.actions.opening import open_identity
from amparo.cases.consents.actions import (
    end_ground,
    narrow_consent,
    record_ground,
    withdraw_consent,
)
from amparo.cases.consents.holders import Holders, holders, losing
from amparo.cases.consents.models import Consent
from amparo.cases.consents.queries import consents_of, live_consents
from amparo.cases.consents.tests.saying import consent_to, end, files_consent
from amparo.cases.models import Case
from amparo.cases.queries import cases_for
from amparo.people.country import today
from amparo.people.models import User
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]


def found(case: Case, cast: Cast) -> Holders:
    with acting_as(cast.first_responder):
        return holders(case)


def units(case: Case, cast: Cast) -> tuple[set[str], dict[str, list[str]]]:
    seen = found(case, cast)
    return {each.unit.slug for each in seen.shut_out}, {
        each.unit.slug: each.under for each in seen.holding
    }


def test_each_unit_holds_by_what_it_hangs_on(cast: Cast, case: Case) -> None:
    files.placed(cast, case)
    assert units(case, cast) == (
        set(),
        {
            "police": [""], "panel": ["identification"],
            "centre_a": ["identification", "support"], "shelter": ["support"],
        },
    )  # fmt: skip
    assert found(case, cast).bureau


def test_a_withdrawal_moves_units_from_holding_to_shut_out(cast: Cast, case: Case) -> None:
    files.placed(cast, case)
    end(case, cast)
    out, holding = units(case, cast)
    assert out == {"panel"}
    assert holding == {"police": [""], "centre_a": ["support"], "shelter": ["support"]}
    assert not found(case, cast).bureau
    end(case, cast, "support")
    assert units(case, cast) == ({"panel", "centre_a", "shelter"}, {"police": [""]})


def test_the_form_says_beforehand_who_will_lose_the_file(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    given = consent_to(case, cast)
    with acting_as(cast.first_responder):
        assert [unit.slug for unit in losing(given)] == ["panel"]
    address = f"/files/{case.reference}/consent/{given.pk}/end/"
    html = client_of(cast.first_responder).get(address).content.decode()
    assert "panel unit" in html.partition("Who loses the file at once")[2]


def test_openings_copies_and_questions_are_listed(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    files.offered(cast, case)
    for _ in range(2):
        open_identity(case, by=cast.panel, purpose="decision")
    with acting_as(cast.manager_a):
        record("exported the file", by=cast.manager_a, case=case.pk)
    seen = found(case, cast)
    assert [(each.who, each.times) for each in seen.opened] == [("Panel Test", 2)]
    assert [(each.who, each.times) for each in seen.copies] == [("Manager_A Test", 1)]
    assert [str(each.who) for each in seen.told] == ["House shelter"]
    html = client_of(cast.manager_a).get(f"/files/{case.reference}/holders/").content.decode()
    for words in ("Panel Test", "2 times", "Took 1 copy", "House shelter", "its own record"):
        assert words in html


def test_the_page_after_a_withdrawal_names_who_was_shut_out(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    given, client = consent_to(case, cast), client_of(cast.first_responder)
    address = f"/files/{case.reference}/consent/{given.pk}/end/"
    page = client.post(address, {"how": "signed"}, follow=True)
    html = page.content.decode()
    assert page.redirect_chain == [(f"/files/{case.reference}/holders/", 302)]
    assert "panel unit" in html.partition("Shut out: ask them to delete")[2].partition("</ul>")[0]


@pytest.mark.asvs("8.2.2", "16.3.2")
@pytest.mark.parametrize("part", ["identity", "accounts", "identity/correct"])
def test_the_bureau_reads_what_is_missing_and_asking_is_written_down(
    part: str, cast: Cast, client_of: Browser
) -> None:
    case, client = files.opened(cast), client_of(cast.coordinator)
    for ask in (client.get, client.post):
        answer = ask(f"/files/{case.reference}/{part}/")
        assert answer.status_code == 403
        assert "What is missing" in answer.content.decode()
    denied = entries().of_case(case.pk).filter(decision="deny")
    assert [row.actor for row in denied] == [cast.coordinator.pk] * 2
    assert not entries().of_case(case.pk).openings().filter(actor=cast.coordinator.pk).exists()
    record_ground(case, by=cast.coordinator, purpose="identification", ground="vital_interest")
    assert client.get(f"/files/{case.reference}/{part}/").status_code == 200


def test_the_file_tells_the_bureau_that_it_is_sealed(cast: Cast, client_of: Browser) -> None:
    case = files.opened(cast)
    address = f"/files/{case.reference}/"
    assert "Sealed to you" in client_of(cast.coordinator).get(address).content.decode()
    assert "Sealed to you" not in client_of(cast.first_responder).get(address).content.decode()


def live(case: Case, cast: Cast) -> list[tuple[str, str, bool]]:
    with acting_as(cast.first_responder):
        return [(row.purpose, row.recipients, bool(row.until)) for row in live_consents(case)]


def narrowed(case: Case, cast: Cast, purpose: str, **told: object) -> Consent:
    given = consent_to(case, cast, purpose)
    return narrow_consent(given, by=cast.first_responder, how="signed", **told)  # type: ignore[arg-type]  # words of a form


def test_a_narrower_consent_keeps_what_both_cover(cast: Cast, case: Case) -> None:
    narrowed(case, cast, "identification", recipients="bureau", until=today() + timedelta(9))
    assert live(case, cast) == [("support", "both", False), ("identification", "bureau", True)]
    assert units(case, cast)[0] == set()
    with acting_as(cast.panel):
        assert cases_for(cast.panel).filter(pk=case.pk).exists()


def test_a_narrower_consent_ends_what_it_leaves_out(cast: Cast, case: Case) -> None:
    files.placed(cast, case)
    narrowed(case, cast, "support", recipients="bureau")
    assert units(case, cast)[0] == {"shelter"}


@pytest.mark.parametrize(
    "told",
    [
        {"recipients": "both"},
        {"recipients": "services", "until": None},
        {"recipients": "both", "until": today() + timedelta(90)},
    ],
)
def test_a_consent_that_is_no_narrower_changes_nothing(
    told: dict[str, object], cast: Cast, case: Case
) -> None:
    narrowed(case, cast, "support", recipients="services", until=today() + timedelta(30))
    with acting_as(cast.first_responder):
        given = consents_of(case).filter(purpose="support").last()
        assert given
    with pytest.raises(Refused, match="not narrower"):
        narrow_consent(given, by=cast.first_responder, how="signed", **told)  # type: ignore[arg-type]  # words of a form
    assert len(live(case, cast)) == 2


def test_best_interests_replace_no_adult_s_yes(cast: Cast) -> None:
    case = files.opened(cast)
    with pytest.raises(Refused, match="An adult speaks for themselves"):
        record_ground(case, by=cast.first_responder, purpose="support", ground="best_interests")


def test_a_consent_is_ended_once(cast: Cast, case: Case) -> None:
    given = consent_to(case, cast)
    withdraw_consent(given, by=cast.first_responder, how="signed")
    with pytest.raises(Refused, match="withdrawn already"):
        narrow_consent(given, by=cast.first_responder, recipients="bureau", how="signed")
    assert live(case, cast) == [("support", "both", False)]


def test_a_ground_that_ends_shuts_out_who_came_by_it(cast: Cast) -> None:
    case = files.opened(cast)
    by = cast.first_responder
    row = record_ground(case, by=by, purpose="identification", ground="vital_interest")
    refer(case, by=by)
    panel, manager = cast.units["panel"], cast.units["centre_a"]
    receive(case, by=cast.coordinator, authority=panel, manager=manager)
    assert set(units(case, cast)[1]) == {"police", "panel", "centre_a"}
    end_ground(row, by=by)
    assert units(case, cast) == ({"panel", "centre_a"}, {"police": [""]})
    with pytest.raises(Refused, match="ended already"):
        end_ground(row, by=by)


def test_the_bureau_shares_again_under_a_new_consent_and_not_before(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    panel, manager = cast.units["panel"], cast.units["centre_a"]
    again = partial(share_again, case, authority=panel, manager=manager)
    page = f"/files/{case.reference}/"
    end(case, cast)
    with pytest.raises(Refused, match="Record the person's consent"):
        again(by=cast.coordinator)
    files_consent(case, cast)
    assert "Share the file again" in client_of(cast.coordinator).get(page).content.decode()
    assert units(case, cast)[0] == {"panel"}
    with pytest.raises(Refused, match="not shared with your unit"):
        again(by=cast.first_responder)
    again(by=cast.coordinator)
    assert units(case, cast)[0] == set()
    assert "Share the file again" not in client_of(cast.coordinator).get(page).content.decode()


def test_a_file_that_is_not_under_way_is_not_shared_again(cast: Cast) -> None:
    case = files.referred(cast)
    panel, manager = cast.units["panel"], cast.units["centre_a"]
    with pytest.raises(Refused, match="only while its identification runs"):
        share_again(case, by=cast.coordinator, authority=panel, manager=manager)
