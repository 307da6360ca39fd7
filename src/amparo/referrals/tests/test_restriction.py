"""While the use of a file is restricted nothing new leaves it; each wall holds that alone."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amparo.access.acting import acting_as
from amparo.access.actions import OWN_RECORD, share
from amparo.access.policy import Purpose, Recipient
from amparo.access.restriction import guard as first_wall
from amparo.access.restriction.actions import lift, restrict
from amparo.access.restriction.purposes import STILL
from amparo.access.restriction.queries import restriction_of
from amparo.access.standing import Refused
from amparo.audit.queries import entries
from amparo.cases.actions.decisions import refer
from amparo.cases.actions.files import add_account, correct_identity
from amparo.cases.actions.opening import open_accounts, open_identity
from amparo.cases.models import Case
from amparo.people.models import User
from amparo.referrals.actions.needs import record_need
from amparo.referrals.actions.offers import accept, offer
from amparo.rights.actions.copies import give_copy
from amparo.vocab.codelists import load as load_list
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]
PURPOSES = sorted(load_list("opening_purposes").codes)


@pytest.fixture
def case(cast: Cast) -> Case:
    return files.received(cast)


def restricted(case: Case, cast: Cast) -> None:
    restrict(case.pk, by=cast.manager_a, ground="contested", asked_by="person")


def hand_on(case: Case, cast: Cast) -> None:
    share(
        case.pk, cast.units["centre_b"], [Purpose.CASEWORK], by=cast.manager_a, under=OWN_RECORD,
        recipient=Recipient.OWN,
    )  # fmt: skip


def put_to_a_shelter(case: Case, cast: Cast) -> None:
    need = record_need(case, by=cast.manager_a, kind="shelter", urgency="days", region="north")
    offer(need, files.service(cast), by=cast.manager_a)


@pytest.mark.parametrize("deed", [hand_on, put_to_a_shelter])
def test_nothing_new_is_shared_or_offered(
    deed: Callable[[Case, Cast], None], cast: Cast, case: Case
) -> None:
    restricted(case, cast)
    with pytest.raises(Refused, match="restricted at the person's word"):
        deed(case, cast)
    lift(case.pk, by=cast.manager_a)
    deed(case, cast)


def test_an_offer_made_before_is_not_taken_while_it_stands(cast: Cast, case: Case) -> None:
    made = files.offered(cast, case)
    restricted(case, cast)
    with pytest.raises(Refused, match="nothing new is shared"):
        accept(made, by=cast.provider)


def test_the_file_is_not_referred(cast: Cast) -> None:
    case = files.consented(cast)
    restrict(case.pk, by=cast.first_responder, ground="danger", asked_by="lawyer")
    with pytest.raises(Refused, match="nothing new is shared"):
        refer(case, by=cast.first_responder)


@pytest.mark.parametrize("purpose", PURPOSES)
def test_it_opens_only_for_the_person_and_for_the_law(purpose: str, cast: Cast, case: Case) -> None:
    restricted(case, cast)
    before = entries().of_case(case.pk).openings().count()
    if purpose in STILL:
        assert open_identity(case, by=cast.manager_a, purpose=purpose)
        assert open_accounts(case, by=cast.panel, purpose=purpose)
        return
    for read in (open_identity, open_accounts):
        with pytest.raises(Refused, match="it opens only to keep the person safe"):
            read(case, by=cast.manager_a, purpose=purpose)
    assert entries().of_case(case.pk).openings().count() == before


def test_the_person_still_gets_their_copy_and_may_correct_and_add(cast: Cast, case: Case) -> None:
    restricted(case, cast)
    correct_identity(case, by=cast.manager_a, identity={"given_name": "Zorvanelle"})
    add_account(case, "More was said.", by=cast.manager_a)
    assert give_copy(case, by=cast.manager_a, language="en", left_out={})


def test_who_may_not_see_the_file_neither_restricts_nor_lifts(cast: Cast, case: Case) -> None:
    for user in (cast.manager_b, cast.provider, cast.auditor, cast.panel):
        with pytest.raises(Refused):
            restrict(case.pk, by=user, ground="contested", asked_by="person")
    restricted(case, cast)
    with pytest.raises(Refused):
        lift(case.pk, by=cast.manager_b)
    with pytest.raises(Refused, match="restricted already"):
        restricted(case, cast)
    assert restriction_of(case.pk) is not None


# The second wall alone: the same, with the product's own rule taken away.


@pytest.fixture
def first_wall_is_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_wall, "restriction_of", lambda case_id: None)
    offering = "amparo.referrals.actions.offers.refuse_if_restricted"
    monkeypatch.setattr(offering, lambda case_id: None)


@pytest.mark.usefixtures("first_wall_is_down")
@pytest.mark.parametrize("deed", [hand_on, put_to_a_shelter])
def test_the_database_shares_and_offers_nothing_new(
    deed: Callable[[Case, Cast], None], cast: Cast, case: Case
) -> None:
    restricted(case, cast)
    with pytest.raises(DatabaseError, match="nothing new is shared"), transaction.atomic():
        deed(case, cast)


@pytest.mark.usefixtures("first_wall_is_down")
def test_the_database_shows_no_key_to_who_says_no_purpose(cast: Cast, case: Case) -> None:
    restricted(case, cast)
    for user in (cast.manager_a, cast.coordinator):
        with acting_as(user), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM vault_datakey WHERE case_id = %s", [case.pk])
            assert cursor.fetchone() == (0,)
    lift(case.pk, by=cast.manager_a)
    with acting_as(cast.manager_a), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM vault_datakey WHERE case_id = %s", [case.pk])
        assert cursor.fetchone() == (2,)


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM access_restriction WHERE case_id = %s",
        "UPDATE access_restriction SET ground = 'claim' WHERE case_id = %s",
        "UPDATE access_restriction SET at = at - interval '1 day' WHERE case_id = %s",
    ],
)
def test_the_database_lets_nobody_rewrite_a_restriction(
    change: str, cast: Cast, case: Case
) -> None:
    restricted(case, cast)
    with (
        pytest.raises(DatabaseError, match="only lifted, once"),
        acting_as(cast.manager_a),
        connection.cursor() as cursor,
    ):
        cursor.execute(change, [case.pk])


def test_the_database_lets_no_stranger_lift_it(cast: Cast, case: Case) -> None:
    restricted(case, cast)
    with (
        pytest.raises(DatabaseError, match="not shared with whoever acts"),
        acting_as(cast.stranger),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "UPDATE access_restriction SET lifted_at = now() WHERE case_id = %s", [case.pk]
        )


VERBS = ("restrict", "lift", "share", "offer", "safety", "service", "decision", "copy")


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(VERBS), min_size=1, max_size=10))
def test_in_any_history_it_is_refused_exactly_while_it_stands(
    cast: Cast, history: list[str]
) -> None:
    with transaction.atomic():
        _play(files.received(cast), cast, history)
        transaction.set_rollback(True)


def _play(case: Case, cast: Cast, history: list[str]) -> None:
    """The reference is one flag: is the use of the file restricted now?"""
    stands = False
    deeds: dict[str, Callable[[], object]] = {
        "restrict": lambda: restricted(case, cast),
        "lift": lambda: lift(case.pk, by=cast.manager_a),
        "share": lambda: _share_anew(case, cast),
        "offer": lambda: put_to_a_shelter(case, cast),
        "copy": lambda: give_copy(case, by=cast.manager_a, language="en", left_out={}),
        **{
            purpose: lambda purpose=purpose: open_identity(case, by=cast.panel, purpose=purpose)  # type: ignore[misc]  # a default binds the name of this turn
            for purpose in ("safety", "service", "decision")
        },
    }
    for verb in history:
        expected = {"restrict": not stands, "lift": stands, "safety": True, "copy": True}
        assert _works(deeds[verb]) == expected.get(verb, not stands), (verb, history)
        stands = {"restrict": True, "lift": False}.get(verb, stands)
        assert (restriction_of(case.pk) is not None) == stands


def _share_anew(case: Case, cast: Cast) -> None:
    """Each time with a unit that does not hold the file yet."""
    with transaction.atomic():
        hand_on(case, cast)
        transaction.set_rollback(True)


def _works(deed: Callable[[], object]) -> bool:
    try:
        with transaction.atomic():
            deed()
    except Refused:
        return False
    return True


def test_the_page_says_so_first_and_a_refused_purpose_says_why(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    client, url = client_of(cast.manager_a), f"/files/{case.reference}/"
    client.post(f"{url}restrict/", {"ground": "objection", "asked_by": "guardian"})
    page = client.get(url).content.decode()
    assert "The use of this file is restricted" in page
    assert "asked for by the guardian" in " ".join(page.split())
    opened = client.post(f"{url}identity/", {"purpose": "service"}).content.decode()
    assert "it opens only to keep the person safe" in opened
    assert "Zorvanela" not in opened
    client.post(f"{url}restrict/lift/", {})
    assert "The use of this file is restricted" in client.get(url).content.decode()
    client.post(f"{url}restrict/lift/", {"told": "on"})
    assert "The use of this file is restricted" not in client.get(url).content.decode()


@pytest.mark.parametrize("wrong", [("ground", "whim"), ("asked_by", "neighbour")])
def test_a_wrong_field_is_named(
    wrong: tuple[str, str], cast: Cast, case: Case, client_of: Browser
) -> None:
    field, value = wrong
    data = {"ground": "contested", "asked_by": "person", field: value}
    url = f"/files/{case.reference}/restrict/"
    assert f'href="#id_{field}_0"' in client_of(cast.manager_a).post(url, data).content.decode()
    assert restriction_of(case.pk) is None
