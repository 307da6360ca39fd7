"""Alleged offenders: sealed apart, spoken of by a word, and linked only where both sides show."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.audit.queries import entries
from amparo.cases.models import Case
from amparo.cases.pseudonyms import WORDS as PERSONS
from amparo.justice.actions.offenders import note_offender, take_for_same
from amparo.justice.models import Dossier
from amparo.justice.offender_names import WORDS, pseudonym
from amparo.justice.queries.offenders import offenders_of
from amparo.justice.tests.story import handed_over, offender
from amparo.people.models import User
from amparo.vault.actions import open_sealed
from amparo.vault.cipher import CannotOpen
from amparo.vault.models import Compartment
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]


def page(dossier: Dossier, path: str = "") -> str:
    return f"/justice/{dossier.reference}/offenders/{path}"


def test_name_and_description_open_to_whoever_investigates_with_a_purpose(
    cast: Cast, dossier: Dossier, client_of: Browser
) -> None:
    row = offender(dossier, cast.investigator, "Drastivome", "Drives the van of Corvantelle.")
    client = client_of(cast.investigator)
    html = client.get(page(dossier)).content.decode()
    assert row.pseudonym in html
    assert "Exploited, or took the profit" in html
    assert "Drastivome" not in html
    opened = client.post(page(dossier, "words/"), {"purpose": "evidence"}).content.decode()
    assert "Drastivome" in opened
    assert "van of Corvantelle" in opened
    log = entries().of_case(dossier.pk).openings().filter(actor=cast.investigator.pk)
    assert [entry.purpose for entry in log] == ["evidence: evidence"]


def test_whoever_works_with_the_person_sees_no_offender_and_opens_none(
    cast: Cast, dossier: Dossier, client_of: Browser
) -> None:
    row = offender(dossier, cast.investigator, "Drastivome")
    for name in ("manager_a", "coordinator", "panel", "first_responder"):
        by = cast.users[name]
        assert client_of(by).get(page(dossier)).status_code in (403, 404), name
        with acting_as(by):
            assert offenders_of(dossier) == []
            with pytest.raises(CannotOpen):
                open_sealed(dossier.pk, Compartment.EVIDENCE, by=by, purpose="safety", thing=row)
        with pytest.raises(Refused):
            note_offender(dossier, by=by, role="used", relation="friend", legal_person=False)


def test_the_file_says_nothing_of_who_is_meant(
    cast: Cast, case: Case, dossier: Dossier, client_of: Browser
) -> None:
    row = offender(dossier, cast.investigator, "Drastivome")
    html = client_of(cast.manager_a).get(f"/files/{case.reference}/justice/").content.decode()
    assert row.pseudonym not in html
    assert "brigade unit" in html


def test_an_offender_of_two_dossiers_stands_in_both(
    cast: Cast, dossier: Dossier, client_of: Browser
) -> None:
    by = cast.investigator
    other = handed_over(files.received(cast), cast)
    here, there = offender(dossier, by), offender(other, by)
    take_for_same(dossier, here.pk, by=by, reference=other.reference, pseudonym=there.pseudonym)
    client = client_of(by)
    for one, two in ((dossier, other), (other, dossier)):
        assert f"of dossier {two.reference}" in client.get(page(one)).content.decode()
    with pytest.raises(Refused, match="already"):
        take_for_same(dossier, here.pk, by=by, reference=other.reference, pseudonym=there.pseudonym)


def test_no_dossier_that_is_shut_to_one_can_be_named(cast: Cast, dossier: Dossier) -> None:
    by = cast.investigator
    here = offender(dossier, by)
    own = {"reference": dossier.reference, "pseudonym": here.pseudonym}
    shut = {"reference": files.received(cast).reference, "pseudonym": here.pseudonym}
    for named in (own, shut):
        with pytest.raises(Refused, match="No dossier"):
            take_for_same(dossier, here.pk, by=by, **named)
    with pytest.raises(Refused):
        take_for_same(dossier, uuid4(), by=by, **own)


@given(st.uuids(), st.sets(st.sampled_from(WORDS)))
def test_a_word_means_one_offender_of_a_dossier_and_no_person(row: UUID, taken: set[str]) -> None:
    word = pseudonym(row, taken)
    assert word not in taken
    assert word.split()[0] in WORDS
    assert not set(WORDS) & set(PERSONS)
