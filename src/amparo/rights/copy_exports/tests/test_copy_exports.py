"""A copy for somebody else: the person's yes, two persons, one day, and a row each time."""

from datetime import timedelta

import pytest

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.access.two_persons import approve, refuse
from amparo.audit.queries import entries
from amparo.cases.consents.actions import record_ground
from amparo.cases.models import Case
from amparo.methods import clock
from amparo.rights.copy_exports.actions import take_copy
from amparo.rights.copy_exports.queries import purpose_for
from amparo.rights.copy_exports.tests.asking import WHY, agreed, asked, consented, export_of
from amparo.rights.looked import looks, sentences
from amparo.rights.queries import readers_of, readings_of
from amparo.rights.tests.reading import words
from amparo.rights.words import Speaker, load
from amparo.vocab import codelists
from support.cast import Cast

DAY = timedelta(hours=24)


@pytest.mark.asvs("2.3.5")
def test_nothing_leaves_before_a_second_person_agrees(cast: Cast, case: Case) -> None:
    consented(case, cast.manager_a)
    proposal = asked(case, cast.manager_a)
    row = export_of(proposal)
    with pytest.raises(Refused, match="Nobody has agreed"):
        take_copy(row, by=cast.manager_a)
    with pytest.raises(Refused, match="Somebody else"):
        approve(proposal, by=cast.manager_a)
    approve(proposal, by=cast.coordinator)
    assert "Zorvanela" in words(take_copy(row, by=cast.manager_a).content)


def test_it_says_for_whom_it_is_and_who_you_is_in_it(cast: Cast, case: Case) -> None:
    row = agreed(case, cast)
    text = words(take_copy(row, by=cast.manager_a).content)
    assert "This copy is for the person’s lawyer." in text
    assert "“you” in it is that person" in text
    assert "You asked what is written down about you" not in text
    assert "Keep this paper where nobody finds it" not in text


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_it_is_in_the_language_that_was_agreed_to(language: str, cast: Cast, case: Case) -> None:
    row = agreed(case, cast, language=language)
    text = words(take_copy(row, by=cast.manager_a).content)
    assert ("à l’avocat de la personne" if language == "fr" else "النسخة") in text


@pytest.mark.asvs("14.2.6")
def test_what_was_to_be_left_out_is_not_there(cast: Cast, case: Case) -> None:
    left_out = {"identity": "not_needed", "looked": "asked"}
    row = agreed(case, cast, left_out=left_out)
    text = words(take_copy(row, by=cast.manager_a, names=["Quibrandel"]).content)
    assert "Zorvanela" not in text
    assert "the foreman ——— keeps" in text
    assert "because whoever gets it does not need it" in text


def test_the_second_person_reads_what_leaves_in_words(cast: Cast, case: Case) -> None:
    consented(case, cast.manager_a)
    proposal = asked(case, cast.manager_a, left_out={"looked": "not_needed"})
    with acting_as(cast.coordinator):
        sentence = proposal.sentence
    for part in (
        case.reference, "For: The person’s lawyer.", "Shown: a mandate signed by the person.",
        "for: Legal aid.", "Language: English.", "Left out: Who looked.",
    ):  # fmt: skip
        assert part in sentence
    assert proposal.reason == WHY


@pytest.mark.parametrize("recipient", codelists.load("copy_recipients").codes)
def test_without_a_yes_for_just_this_nobody_asks(recipient: str, cast: Cast, case: Case) -> None:
    """Every recipient has a purpose of their own, and a yes for another does not do."""
    covered = purpose_for(recipient)
    for purpose in codelists.load("consent_purposes").codes:
        if purpose not in (covered, "identification", "support"):
            consented(case, cast.manager_a, purpose)
    if covered != "support":  # which the file was shared under
        with pytest.raises(Refused, match="has not agreed to this"):
            asked(case, cast.manager_a, recipient=recipient)
        consented(case, cast.manager_a, covered)
    asked(case, cast.manager_a, recipient=recipient)


def test_a_legal_ground_stands_in_the_place_of_a_yes(cast: Cast, case: Case) -> None:
    record_ground(case, by=cast.manager_a, purpose="police", ground="court_order")
    proposal = asked(case, cast.manager_a, recipient="prosecutor", proof="request")
    approve(proposal, by=cast.first_responder)
    assert take_copy(export_of(proposal), by=cast.manager_a)


def test_it_is_open_for_a_day_and_no_longer(cast: Cast, case: Case) -> None:
    now = clock.now()
    with clock.at(now):
        row = agreed(case, cast)
    with clock.at(now + DAY - timedelta(seconds=1)):
        assert take_copy(row, by=cast.manager_a)
    with clock.at(now + DAY), pytest.raises(Refused, match="within the last day"):
        take_copy(row, by=cast.manager_a)


def test_what_was_refused_never_opens(cast: Cast, case: Case) -> None:
    consented(case, cast.manager_a)
    proposal = asked(case, cast.manager_a)
    refuse(proposal, by=cast.coordinator, reason="The mandate is of last year.")
    with pytest.raises(Refused, match="Nobody has agreed"):
        take_copy(export_of(proposal), by=cast.manager_a)


@pytest.mark.asvs("14.2.4")
def test_each_time_it_is_taken_has_its_rows(cast: Cast, case: Case) -> None:
    row = agreed(case, cast)
    before = entries().of_case(case.pk).count()
    for _ in range(2):
        take_copy(row, by=cast.manager_a)
    rows = list(entries().of_case(case.pk).order_by("at", "pk"))[before:]
    assert [(each.action, each.purpose, each.keys) for each in rows] == [
        ("opened", "identity: lawyer", 1),
        ("opened", "facts: lawyer", 1),
        ("exported a copy", "lawyer", 0),
    ] * 2
    assert {each.actor for each in rows} == {cast.manager_a.pk}


def test_the_person_reads_for_whom_it_was_made(cast: Cast, case: Case) -> None:
    row = agreed(case, cast)
    take_copy(row, by=cast.manager_a)
    with acting_as(cast.manager_a):
        found = readings_of(case)
        told = sentences(
            looks(found, readers_of(found, case)), Speaker("en"), without_services=False
        )
    assert [line for line in told if "to make a copy for your lawyer" in line]


def test_every_recipient_has_words_for_the_person_and_on_the_paper() -> None:
    codes = codelists.load("copy_recipients").codes
    assert {f"{family}_{code}" for family in ("to", "for") for code in codes} <= set(load())
    assert all(purpose_for(code) for code in codes)
