"""Administrators keep accounts: they open no file, and cannot become somebody who does."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.db import IntegrityError, connection, transaction
from django.test import Client

from amparo.access.acting import acting_as
from amparo.access.actions import OWN_RECORD, share
from amparo.access.policy import MANDATES, ON_A_CASE, THE_FILE, Act, Recipient
from amparo.access.standing import Refused, is_allowed, standing_of
from amparo.access.two_persons import Proposal, approve
from amparo.access.two_persons.queries import decidable_by
from amparo.accounts.factors import belonging_to
from amparo.administration.actions import accounts
from amparo.administration.actions.first import first_administrator
from amparo.administration.actions.places import ask_for_place, end_place
from amparo.administration.actions.units import make_unit
from amparo.people.country import today
from amparo.people.models import Mandate, Membership, Unit, User
from amparo.people.queries import as_of_now
from support.cast import Cast

Browser = Callable[[User], Client]
NAMES = {"given_name": "Oriel", "family_name": "Vantassere", "email": "Oriel@Example.org"}
PASSWORD = "quiet lantern over seven bridges"


def invited(cast: Cast) -> accounts.Issued:
    return accounts.invite(by=cast.administrator, **NAMES)


def walls(user: User, case: UUID) -> tuple[bool, bool]:
    with acting_as(user), connection.cursor() as cursor:
        cursor.execute("SELECT %s IN (SELECT amparo_cases('casework'))", [case])
        return is_allowed(as_of_now(user), Act.SEE_CASE, case), bool(cursor.fetchone()[0])


@pytest.fixture
def case(cast: Cast) -> UUID:
    case = uuid4()
    share(
        case, cast.units["centre_b"], THE_FILE, by=cast.coordinator, under=OWN_RECORD,
        recipient=Recipient.OWN,
    )  # fmt: skip
    return case


@pytest.mark.asvs("8.2.1", "8.4.1")
def test_no_act_on_a_file_is_an_administrators() -> None:
    assert not any(Mandate.ADMINISTRATION in MANDATES[act] for act in ON_A_CASE)


@pytest.mark.parametrize("unit", ["centre_a", "panel", "authority", "rapporteur"])
def test_one_account_is_never_both_whoever_writes_the_row(unit: str, cast: Cast) -> None:
    for user, other in ((cast.administrator, unit), (cast.manager_b, "accounts")):
        with pytest.raises(IntegrityError, match="open no file"), transaction.atomic():
            Membership.objects.create(user=user, unit=cast.units[other], since=today())
    Membership.objects.create(user=cast.administrator, unit=cast.units["school"], since=today())


def test_a_unit_keeps_accounts_alone_and_from_its_beginning(cast: Cast) -> None:
    unit = cast.units["accounts"]
    for mandates in ([Mandate.ADMINISTRATION, Mandate.COORDINATOR], [Mandate.COORDINATOR], []):
        with pytest.raises(IntegrityError), transaction.atomic():
            Unit.objects.filter(pk=unit.pk).update(mandates=mandates)
    with pytest.raises(Refused, match="no other mandate"):
        make_unit(
            unit.organisation, by=cast.administrator, name_en="Both", name_fr="Les deux",
            mandates=[Mandate.ADMINISTRATION, Mandate.COORDINATOR],
        )  # fmt: skip


def test_a_new_account_has_no_right_until_two_persons_gave_it_and_set_it_free(cast: Cast) -> None:
    user = invited(cast).user
    place = ask_for_place(user, cast.units["centre_a"], by=cast.administrator, reason="Begins.")
    assert isinstance(place, Proposal)
    assert not user.memberships.exists()
    approve(place, by=cast.coordinator)
    assert user.memberships.get().granted_by == cast.administrator
    assert standing_of(as_of_now(user)).units == frozenset()  # frozen still
    free = accounts.ask_to_unfreeze(user, by=cast.administrator, reason="They called.")
    with pytest.raises(Refused, match="not yet chosen a password"):
        approve(free, by=cast.coordinator)
    accounts.choose_password(as_of_now(user), PASSWORD, by=user)
    approve(free, by=cast.coordinator)
    assert standing_of(as_of_now(user)).units == {cast.units["centre_a"].pk}


def test_a_unit_without_a_mandate_takes_one_person(cast: Cast) -> None:
    user = invited(cast).user
    made = ask_for_place(user, cast.units["school"], by=cast.administrator, reason="Begins.")
    assert isinstance(made, Membership)


def test_nobody_gives_a_place_to_themselves_or_says_the_second_yes_to_their_own(
    cast: Cast,
) -> None:
    with pytest.raises(Refused, match="themselves"):
        ask_for_place(
            cast.administrator, cast.units["panel"], by=cast.administrator, reason="Why not."
        )
    wanted = ask_for_place(
        cast.coordinator, cast.units["panel"], by=cast.administrator, reason="Both."
    )
    assert isinstance(wanted, Proposal)
    with pytest.raises(Refused, match="themselves"):
        approve(wanted, by=cast.coordinator)


@pytest.mark.asvs("2.3.5")
def test_an_administrator_alone_cannot_reset_someone_and_read_as_them(
    cast: Cast, case: UUID
) -> None:
    assert walls(cast.manager_b, case) == (True, True)
    with belonging_to(cast.manager_b):
        TOTP.activate(cast.manager_b, generate_totp_secret())
    issued = accounts.reset(cast.manager_b, by=cast.administrator)
    accounts.choose_password(issued.user, PASSWORD, by=issued.user)  # whoever holds the link
    assert not Authenticator.objects.filter(user=issued.user).exists()
    assert walls(cast.manager_b, case) == (False, False)
    free = accounts.ask_to_unfreeze(issued.user, by=cast.administrator, reason="It was me.")
    for same in (cast.administrator, as_of_now(cast.manager_b)):
        with pytest.raises(Refused):
            approve(free, by=same)
    assert walls(cast.manager_b, case) == (False, False)
    approve(free, by=cast.coordinator)
    assert walls(cast.manager_b, case) == (True, True)


def test_what_waits_is_said_in_words_to_whoever_decides(cast: Cast) -> None:
    ask_for_place(cast.stranger, cast.units["panel"], by=cast.administrator, reason="Begins.")
    with acting_as(cast.coordinator):
        [waiting] = decidable_by(cast.coordinator)
    assert waiting.sentence == (
        "Stranger Test (stranger@example.org) joins panel unit, with its mandates:"
        " competent authority"
    )


@pytest.mark.asvs("8.3.2", "7.4.5")
def test_a_place_ended_in_a_parallel_session_ends_with_the_next_request(
    cast: Cast, case: UUID, client_of: Browser
) -> None:
    theirs, admin = client_of(cast.manager_b), client_of(cast.administrator)
    assert theirs.get("/files/").status_code == 200
    place = cast.manager_b.memberships.get()
    address = f"/accounts/{cast.manager_b.pk}/place/{place.pk}/end/"
    assert admin.post(address, {"key": uuid4()}).status_code == 302
    assert theirs.get("/files/").status_code == 302  # signed out everywhere
    assert client_of(cast.manager_b).get("/files/").status_code == 403  # and without the right
    assert walls(cast.manager_b, case) == (False, False)


def test_a_place_that_began_today_ends_today(cast: Cast) -> None:
    place = Membership.objects.create(user=cast.stranger, unit=cast.units["panel"], since=today())
    end_place(place, by=cast.administrator)
    assert cast.units["panel"].pk not in standing_of(as_of_now(cast.stranger)).units
    with pytest.raises(Refused, match="ended already"):
        end_place(place, by=cast.administrator)


@pytest.mark.asvs("7.4.2")
def test_a_closed_account_is_signed_out_and_loses_every_place(
    cast: Cast, case: UUID, client_of: Browser
) -> None:
    theirs = client_of(cast.manager_b)
    accounts.close_account(cast.manager_b, by=cast.administrator)
    assert theirs.get("/").status_code == 302
    assert walls(cast.manager_b, case) == (False, False)
    assert not cast.manager_b.memberships.live().exists()


def test_nobody_closes_or_resets_themselves(cast: Cast) -> None:
    for verb in (accounts.close_account, accounts.reset):
        with pytest.raises(Refused):
            verb(cast.administrator, by=cast.administrator)


@pytest.mark.parametrize("name", ["coordinator", "panel", "auditor", "stranger"])
def test_nobody_else_keeps_accounts(name: str, cast: Cast) -> None:
    by = cast.users[name]
    deeds: list[Callable[[], Any]] = [
        lambda: accounts.invite(by=by, **NAMES),
        lambda: accounts.reset(cast.manager_a, by=by),
        lambda: accounts.close_account(cast.manager_a, by=by),
        lambda: ask_for_place(cast.manager_a, cast.units["school"], by=by, reason="x"),
        lambda: end_place(cast.manager_a.memberships.get(), by=by),
    ]
    for deed in deeds:
        with pytest.raises(Refused, match="no mandate"):
            deed()


def test_an_address_belongs_to_one_account(cast: Cast) -> None:
    invited(cast)
    with pytest.raises(Refused, match="already"):
        invited(cast)


def test_the_link_is_shown_once_and_works_once(cast: Cast, client_of: Browser) -> None:
    admin, data = client_of(cast.administrator), {**NAMES, "key": uuid4()}
    page = admin.post("/accounts/invite/", data).content.decode()
    address = page.partition("/welcome/")[2].partition("<")[0]
    assert admin.post("/accounts/invite/", data).status_code == 302  # sent again: no link
    owner = Client(headers={"x-forwarded-proto": "https"})
    path = f"/welcome/{address}"
    assert owner.get(path).status_code == 200
    short = owner.post(path, {"password": "short", "again": "short", "key": uuid4()})
    assert short.status_code == 200
    chosen = {"password": PASSWORD, "again": PASSWORD, "key": uuid4()}
    assert owner.post(path, chosen).status_code == 302
    assert owner.get(path).status_code == 404
    assert User.objects.get(email="oriel@example.org").check_password(PASSWORD)


def test_pages_show_what_there_is_to_do(cast: Cast, client_of: Browser) -> None:
    admin = client_of(cast.administrator)
    accounts.reset(cast.manager_b, by=cast.administrator)
    assert "frozen" in admin.get("/accounts/").content.decode()
    page = admin.get(f"/accounts/{cast.manager_b.pk}/").content.decode()
    assert "Ask a second person to set it free" in page
    assert "no right for now" in client_of(cast.manager_b).get("/").content.decode()
    assert "competent authority" in admin.get("/accounts/units/").content.decode()


def test_the_first_two_administrators_come_by_command_and_no_third(db: None) -> None:
    for name in ("one", "two"):
        first_administrator(email=f"{name}@example.org", given_name="A", family_name="B")
    with pytest.raises(Refused, match="two administrators"):
        first_administrator(email="three@example.org", given_name="A", family_name="B")
