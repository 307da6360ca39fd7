"""Erased by two persons: nothing readable after, nothing broken, and a certificate to prove it."""

from collections.abc import Callable
from itertools import product

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amparo.access.acting import acting_as
from amparo.access.restriction.actions import lift, restrict
from amparo.access.standing import Refused
from amparo.access.two_persons import Proposal, approve
from amparo.audit.verify import faults_of_the_log
from amparo.cases.actions.files import add_account, correct_identity
from amparo.cases.actions.opening import open_accounts, open_identity
from amparo.cases.clocks.models import Clock
from amparo.cases.glance import erased
from amparo.cases.models import Account, Case
from amparo.cases.queries import cases_for, rows_of
from amparo.people.models import User
from amparo.rights.actions.copies import give_copy
from amparo.rights.actions.disagreements import disagree
from amparo.rights.actions.erasures import ask_erasure, refuse_erasure
from amparo.vault.certificate import Signed, as_file, own_signer, verify
from amparo.vault.erasure import Erased
from repo.resolver import addresses
from support import files
from support.cast import Cast
from support.sealed import EVERY_WORD, fully_written

Browser = Callable[[User], Client]


def asked(case: Case, by: User) -> Proposal:
    return ask_erasure(
        case, by=by, ground="no_longer_needed", asked_by="person", reason="Asked at the centre."
    )


def erase_by_two(case: Case, cast: Cast) -> None:
    approve(asked(case, cast.manager_a), by=cast.coordinator)


def as_seen_by(user: User, case: Case) -> Case:
    with acting_as(user):
        return cases_for(user).get(pk=case.pk)


def is_chained() -> bool:
    return not faults_of_the_log()


@pytest.mark.asvs("14.2.7")
def test_two_persons_erase_and_the_certificate_says_so(cast: Cast) -> None:
    case = fully_written(cast)
    erase_by_two(case, cast)
    with acting_as(cast.manager_a):
        row = erased(case)
    assert row is not None
    file = as_file(Signed(row.statement, bytes(row.signature), bytes(row.signer)))
    facts = verify(file, signer=own_signer())
    assert facts["case"] == str(case.pk)
    assert facts["reason"] == "no_longer_needed"
    assert {key["compartment"] for key in facts["keys"]} == {
        "identity",
        "facts",
        "attached",
        "evidence",
    }
    assert is_chained()


def test_nothing_opens_afterwards_and_nothing_is_added(cast: Cast) -> None:
    case = fully_written(cast)
    erase_by_two(case, cast)
    for deed in (
        lambda: open_identity(case, by=cast.manager_a, purpose="safety"),
        lambda: open_accounts(case, by=cast.panel, purpose="court"),
        lambda: give_copy(case, by=cast.manager_a, language="en", left_out={}),
        lambda: add_account(case, "More.", by=cast.manager_a),
        lambda: correct_identity(case, by=cast.manager_a, identity={"given_name": "X"}),
    ):
        with pytest.raises(Erased), transaction.atomic():
            deed()


def test_words_in_clear_that_describe_the_person_go_too_and_states_stay(cast: Cast) -> None:
    case = files.presumed(cast, languages=["ti", "ar"], dependants=3)
    before = as_seen_by(cast.coordinator, case)
    erase_by_two(case, cast)
    after = as_seen_by(cast.coordinator, case)
    assert (after.pseudonym, after.region, after.languages, after.dependants) == ("—", "", [], 0)
    assert (after.identification, after.opened_at) == (before.identification, before.opened_at)
    with acting_as(cast.coordinator):
        assert after.screening is not None
        assert after.screening.answers == {}
        assert not Clock.objects.running().filter(case=after).exists()


def test_nobody_erases_alone(cast: Cast, case: Case) -> None:
    with pytest.raises(Refused):
        approve(asked(case, cast.coordinator), by=cast.coordinator)
    for user in (cast.manager_a, cast.manager_b, cast.auditor, cast.administrator, cast.panel):
        with pytest.raises(Refused):
            approve(asked(case, cast.coordinator), by=user)
    assert open_identity(case, by=cast.panel, purpose="decision")


def test_only_who_works_on_the_file_asks(cast: Cast, case: Case) -> None:
    for user in (cast.manager_b, cast.panel, cast.provider, cast.auditor, cast.stranger):
        with pytest.raises(Refused):
            asked(case, user)


def test_a_refused_request_is_not_carried_out_but_may_be_made_again(cast: Cast, case: Case) -> None:
    proposal = asked(case, cast.manager_a)
    with acting_as(cast.coordinator):
        assert f"the keys of the file {case.reference}, for ever" in proposal.sentence
    refuse_erasure(case, by=cast.coordinator, reason="proceedings")
    with pytest.raises(Refused, match="refused meanwhile"):
        approve(proposal, by=cast.coordinator)
    with pytest.raises(Refused, match="Nobody asks"):
        refuse_erasure(case, by=cast.coordinator, reason="claim")
    approve(asked(case, cast.manager_a), by=cast.coordinator)
    with acting_as(cast.coordinator):
        assert erased(case) is not None


def test_a_file_that_the_person_needs_for_a_claim_is_not_erased(cast: Cast, case: Case) -> None:
    proposal = asked(case, cast.manager_a)
    restrict(case.pk, by=cast.manager_a, ground="claim", asked_by="lawyer")
    with pytest.raises(Refused, match="for a claim"):
        approve(proposal, by=cast.coordinator)
    with pytest.raises(Refused, match="for a claim"):
        asked(case, cast.manager_a)
    lift(case.pk, by=cast.manager_a)
    approve(proposal, by=cast.coordinator)


def test_what_was_erased_is_not_erased_again(cast: Cast, case: Case) -> None:
    erase_by_two(case, cast)
    with pytest.raises(Refused, match="erased already"):
        asked(case, cast.manager_a)


@pytest.mark.parametrize("persona", ["manager_a", "coordinator"])
def test_no_page_of_an_erased_file_breaks_or_shows_a_word_of_it(
    persona: str, cast: Cast, client_of: Browser
) -> None:
    case = fully_written(cast)
    erase_by_two(case, cast)
    client = client_of(cast.users[persona])
    for address in addresses():
        if address.arguments == ("reference",):
            for visit in (client.get, client.post):
                response = visit(reverse_of(address.name, case))
                assert response.status_code in (200, 302, 403, 404, 405), address.name
                text = response.content.decode()
                assert [word for word in (*EVERY_WORD, case.pseudonym) if word in text] == []


def reverse_of(name: str, case: Case) -> str:
    from django.urls import reverse

    return reverse(name, args=[case.reference])


def test_the_page_says_what_happened_what_stays_and_gives_the_certificate(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    client, url = client_of(cast.manager_a), f"/files/{case.reference}/"
    data = {"ground": "objection", "asked_by": "person", "reason": "She asked on Monday."}
    client.post(f"{url}erase/", data)
    assert "The person asks to erase this file" in client.get(url).content.decode()
    with acting_as(cast.coordinator):
        proposal = Proposal.objects.get(case_id=case.pk)
    approve(proposal, by=cast.coordinator)
    page = " ".join(client.get(url).content.decode().split())
    assert "This file was erased" in page
    assert "no backup opens it either" in page
    assert "Nothing to do for you here" in page
    response = client.get(f"{url}erase/certificate/")
    assert response.headers["Cache-Control"] == "no-store"
    assert verify(response.content, signer=own_signer())["case"] == str(case.pk)


@pytest.mark.parametrize(
    "wrong", [("ground", "whim"), ("asked_by", "neighbour"), ("reason", ""), ("reason", "x" * 301)]
)
def test_a_wrong_field_is_named_and_nothing_is_proposed(
    wrong: tuple[str, str], cast: Cast, case: Case, client_of: Browser
) -> None:
    field, value = wrong
    data = {"ground": "objection", "asked_by": "person", "reason": "Asked.", field: value}
    url = f"/files/{case.reference}/erase/"
    page = client_of(cast.manager_a).post(url, data).content.decode()
    assert f'href="#id_{field}' in page
    with acting_as(cast.coordinator):
        assert not Proposal.objects.filter(case_id=case.pk).exists()


VERBS = ("account", "name", "disagree", "restrict", "lift", "copy", "ask", "refuse")


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(VERBS), max_size=8))
def test_whatever_happened_before_nothing_is_readable_after(cast: Cast, history: list[str]) -> None:
    with transaction.atomic():
        case = files.received(cast)
        for verb in history:
            _do(verb, case, cast)
        erase_by_two(case, cast)
        _prove_erased(case, cast)
        transaction.set_rollback(True)


def _prove_erased(case: Case, cast: Cast) -> None:
    for read, purpose in product((open_identity, open_accounts), ("safety", "court", "access")):
        with pytest.raises(Erased), transaction.atomic():
            read(case, by=cast.manager_a, purpose=purpose)
    with acting_as(cast.coordinator):
        row = erased(case)
    assert row is not None
    file = as_file(Signed(row.statement, bytes(row.signature), bytes(row.signer)))
    assert verify(file, signer=own_signer())["case"] == str(case.pk)
    assert is_chained()


def _do(verb: str, case: Case, cast: Cast) -> None:
    with acting_as(cast.manager_a):
        account = rows_of(Account, case).in_order()[0].pk
    deeds: dict[str, Callable[[], object]] = {
        "account": lambda: add_account(case, "Said again.", by=cast.manager_a),
        "name": lambda: correct_identity(case, by=cast.manager_a, identity={"other_names": "Z"}),
        "disagree": lambda: disagree(case, account, "Not so.", by=cast.manager_a),
        "restrict": lambda: restrict(
            case.pk, by=cast.manager_a, ground="contested", asked_by="person"
        ),
        "lift": lambda: lift(case.pk, by=cast.manager_a),
        "copy": lambda: give_copy(case, by=cast.manager_a, language="fr", left_out={}),
        "ask": lambda: asked(case, cast.manager_a),
        "refuse": lambda: refuse_erasure(case, by=cast.coordinator, reason="claim"),
    }
    try:
        with transaction.atomic():
            deeds[verb]()
    except Refused:
        return  # out of turn, as people are
