"""The pages of what is done about an ask, as a browser uses them."""

from collections.abc import Callable

import pytest
from django.test import Client

from amparo.commitments.following.models import Action, Evidence, Institution
from amparo.commitments.following.tests.steps import at, page_of, send, taken, words
from amparo.commitments.models import Ask
from amparo.people.models import User
from support.cast import Cast

ClientOf = Callable[[User], Client]


def test_an_institution_is_added_renamed_put_in_charge_and_ended_once_it_answers_for_nothing(
    keeper: Client, ask: Ask
) -> None:
    send(keeper, at("new_institution"), name_en="Ministry of Work", name_fr="Ministère du travail")
    row = Institution.objects.get()
    send(keeper, at("change_institution", row.pk), name_en="Ministry of Labour", name_fr="Travail")
    send(keeper, at("charge", ask.pk), institution=row.pk)
    assert "Ministry of Labour" in words(keeper, page_of(ask))
    assert "S0 ¶5" in words(keeper, at("institution", row.pk))
    send(keeper, at("end_institution", row.pk))
    assert "It still answers for asks." in words(keeper, at("institution", row.pk))
    send(keeper, at("charge", ask.pk), institution="")
    send(keeper, at("end_institution", row.pk))
    assert "It is there again" in words(keeper, at("institution", row.pk))
    send(keeper, at("end_institution", row.pk))
    assert "It is there again" not in words(keeper, at("institution", row.pk))


def test_two_institutions_of_one_name_are_refused_in_words(keeper: Client) -> None:
    send(keeper, at("new_institution"), name_en="Court", name_fr="Cour")
    again = keeper.post(at("new_institution"), {"name_en": "Court", "name_fr": "Cour"})
    assert "An institution of this name is there already." in again.content.decode()
    assert Institution.objects.count() == 1


def test_the_register_says_by_what_the_country_is_bound_and_keeps_what_it_said(
    keeper: Client, ask: Ask
) -> None:
    page = words(keeper, at("instruments"))
    assert "Convention on the Rights of the Child" in page
    assert "INTERPOL" not in page, "it binds no Party"
    send(keeper, at("bond", "CRC"), kind="signed", signed_on="1990-01-26")
    send(
        keeper, at("bond", "CRC"), kind="party", signed_on="1990-01-26", bound_on="1990-08-07",
        in_force_on="1990-09-06", law="Act 12 of 1990", reservations="To article 30.",
    )  # fmt: skip
    page = words(keeper, at("instrument", "CRC"))
    assert page.index("Act 12 of 1990") < page.index("signed, not Party")
    assert "To article 30." in words(keeper, at("instruments"))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"kind": "signed", "bound_on": "1990-08-07"}, "Only a Party is bound"),
        (
            {"kind": "party", "signed_on": "1991-01-01", "bound_on": "1990-08-07"},
            "The days do not follow each other",
        ),
    ],
)
def test_a_bond_that_cannot_be_is_refused(keeper: Client, data: dict[str, str], told: str) -> None:
    assert told in keeper.post(at("bond", "CRC"), data).content.decode()


def test_an_instrument_that_binds_nobody_has_no_page(keeper: Client) -> None:
    assert keeper.get(at("instrument", "INTERPOL")).status_code == 404
    assert keeper.get(at("bond", "E4J")).status_code == 404


def test_where_an_ask_stands_is_said_with_why_and_what_was_said_before_stays(
    keeper: Client, ask: Ask
) -> None:
    assert "not begun" in words(keeper, page_of(ask))
    send(keeper, at("progress", ask.pk), state="under_way", why="The decree is drafted.")
    send(keeper, at("progress", ask.pk), state="done", why="The decree is in force.")
    page = words(keeper, page_of(ask))
    assert page.index("The decree is in force.") < page.index("The decree is drafted.")
    refused = keeper.post(at("progress", ask.pk), {"state": "done"}).content.decode()
    assert "This field is required." in refused


def test_an_action_is_taken_from_an_ask_changed_and_brought_on(keeper: Client, ask: Ask) -> None:
    where = send(
        keeper, at("new_action") + f"?ask={ask.pk}", title="A decree on referral", state="planned"
    )
    row = Action.objects.get()
    assert where == at("action", row.pk)
    assert "A decree on referral" in words(keeper, page_of(ask))
    send(keeper, at("change_action", row.pk), title="A law on referral", ends_on="2027-01-31")
    send(keeper, at("step", row.pk), state="under_way", why="Parliament has read it once.")
    page = words(keeper, where)
    assert "A law on referral" in page and "Parliament has read it once." in page
    assert "31 Jan 2027" in page
    assert "under way" in words(keeper, at("actions") + "?state=under_way")
    assert "No action fits this" in words(keeper, at("actions") + "?state=done")


def test_an_action_that_ends_before_it_begins_is_refused(keeper: Client) -> None:
    data = {"title": "x", "state": "planned", "begins_on": "2026-02-01", "ends_on": "2026-01-01"}
    assert "It ends before it begins." in keeper.post(at("new_action"), data).content.decode()


@pytest.mark.parametrize("looked_for", ["S0 ¶5", "s0 5", "hébergement orientation"])
def test_what_an_action_answers_is_found_by_number_and_words_and_put_back_after_a_slip(
    keeper: Client, ask: Ask, looked_for: str
) -> None:
    row = taken(keeper)
    page = keeper.get(at("action", row.pk), {"words": looked_for}).content.decode()
    assert f'name="ask" value="{ask.pk}"' in page
    send(keeper, at("answer", row.pk), ask=ask.pk)
    send(keeper, at("answer", row.pk), ask=ask.pk)
    assert list(row.asks.all()) == [ask]
    where = send(keeper, at("stop_answering", row.pk), ask=ask.pk)
    assert not row.asks.exists()
    assert "Put it back" in words(keeper, where)
    assert "No ask has these words." in words(keeper, at("action", row.pk) + "?words=xyzzyx")


def test_whoever_may_not_write_reads_all_of_it_and_is_offered_no_button(
    keeper: Client, cast: Cast, client_of: ClientOf, ask: Ask
) -> None:
    row, reader = taken(keeper), client_of(cast.stranger)
    send(keeper, at("answer", row.pk), ask=ask.pk)
    send(keeper, at("ask_evidence", ask.pk, "note"), text="The list is public.")
    page = reader.get(page_of(ask)).content.decode()
    assert "A decree" in page and "The list is public." in page
    assert "/charge/" not in page and "/withdraw/" not in page
    for path in (at("charge", ask.pk), at("ask_evidence", ask.pk, "note"), at("step", row.pk)):
        assert reader.post(path, {"text": "x", "state": "done"}).status_code == 403
    assert Evidence.objects.count() == 1


def test_the_unit_of_the_institution_in_charge_adds_evidence_and_steps_and_no_more(
    keeper: Client, cast: Cast, client_of: ClientOf, ask: Ask
) -> None:
    unit = cast.units["school"].pk
    send(keeper, at("new_institution"), name_en="School", name_fr="École", unit=unit)
    institution = Institution.objects.get()
    send(keeper, at("charge", ask.pk), institution=institution.pk)
    row, own = taken(keeper, institution=institution.pk), client_of(cast.stranger)
    send(own, at("ask_evidence", ask.pk, "note"), text="Taught in each school.")
    send(own, at("step", row.pk), state="done")
    send(own, at("action_evidence", row.pk, "link"), url="https://school.example/plan")
    assert own.get(at("change_action", row.pk)).status_code == 403
    assert client_of(cast.provider).get(at("step", row.pk)).status_code == 403
