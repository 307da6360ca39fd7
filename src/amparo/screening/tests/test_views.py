import re
from uuid import uuid4

import pytest
from django.test import Client

from amparo.access.acting import acting_as
from amparo.people.country import country
from amparo.screening import questionnaire
from amparo.screening.queries import screenings_for
from amparo.screening.tests.phone import (
    LABOUR,
    SignIn,
    begin,
    finish,
    sent,
    stored,
    text,
    title,
    walk,
)
from support.cast import Cast


@pytest.fixture
def officer(cast: Cast, client_of: SignIn) -> Client:
    return client_of(cast.first_responder)


def test_an_adult_at_work_is_screened_from_the_first_page_to_what_to_do_now(
    cast: Cast, officer: Client
) -> None:
    pk = begin(officer)
    asked = walk(officer, pk, LABOUR)
    assert asked == list(LABOUR)
    page = finish(officer, pk)
    assert stored(pk, cast.first_responder).result == "trafficking"
    assert "Strong signs of trafficking for forced labour" in page
    assert "Child route" not in page
    assert country().numbers["bureau"].phone in page
    assert "You decide what happens next." in page
    assert "The pay is not what was promised A document shows it" in page
    assert page.index("What to do now") < page.index("Whom to call")
    assert page.index("Whom to call") < page.index("What to tell the person")
    assert page.index("What to tell the person") < page.index("Why")


def test_an_age_that_is_not_sure_opens_the_child_route_with_its_reason(
    cast: Cast, officer: Client
) -> None:
    pk = begin(officer)
    asked = walk(officer, pk, {**LABOUR, "age": "not_sure"})
    assert "agreed" not in asked
    reason = "The age is not sure. Doubt protects: the person is treated as a child."
    assert "Child route: in doubt" in text(officer.get(f"/screenings/{pk}/q/sex/"))
    assert reason in text(officer.get(f"/screenings/{pk}/check/"))
    page = finish(officer, pk)
    assert stored(pk, cast.first_responder).result == "child_trafficking"
    assert reason in page
    assert country().numbers["child_protection"].phone in page
    assert "You will not be left alone." in page


def test_a_question_without_its_answer_is_refused_by_name(officer: Client) -> None:
    pk = begin(officer)
    response = officer.post(f"/screenings/{pk}/q/danger/", {"key": str(uuid4())})
    page = text(response)
    assert title(response) == "Error: Part 1 of 4"
    assert page.count("Choose one answer to “Is anyone in danger right now?”.") == 2
    assert 'href="#id_danger_0"' in response.content.decode()


def test_each_sign_without_its_evidence_is_refused_by_name(officer: Client) -> None:
    pk = begin(officer)
    answers = {**LABOUR, "evidence-promises": {"deceived_job": "told"}}
    with pytest.raises(AssertionError, match="Say how you know this"):
        walk(officer, pk, answers)
    response = officer.post(
        f"/screenings/{pk}/q/evidence-promises/", sent("evidence-promises", answers)
    )
    assert "Say how you know this: “The pay is not what was promised”." in text(response)
    assert 'href="#id_deceived_wages_0"' in response.content.decode()


def test_an_answer_that_was_given_is_found_again_by_going_back(officer: Client) -> None:
    pk = begin(officer)
    officer.post(f"/screenings/{pk}/q/danger/", sent("danger", LABOUR))
    response = officer.get(f"/screenings/{pk}/q/place/")
    assert f'href="/screenings/{pk}/q/danger/"' in response.content.decode()
    back = officer.get(f"/screenings/{pk}/q/danger/").content.decode()
    assert re.search(r'value="no"[^>]*checked', back)
    assert 'href="/screenings/start/"' in back


def test_a_question_that_may_stay_open_is_skipped_and_its_answer_taken_back(
    cast: Cast, officer: Client
) -> None:
    pk = begin(officer)
    walk(officer, pk, LABOUR)
    assert "Skip this question" in text(officer.get(f"/screenings/{pk}/q/sex/"))
    assert "Skip this question" not in text(officer.get(f"/screenings/{pk}/q/place/"))
    change, key = f"/screenings/{pk}/q/sex/?then=check", str(uuid4())
    officer.post(change, {"sex": "M", "skip": "1", "key": key})
    assert stored(pk, cast.first_responder).answers["sex"] is None
    refused = officer.post(f"/screenings/{pk}/q/place/", {"skip": "1", "key": str(uuid4())})
    assert "Choose one answer to" in text(refused)


def test_a_change_from_the_check_comes_back_to_the_check(cast: Cast, officer: Client) -> None:
    pk = begin(officer)
    walk(officer, pk, LABOUR)
    check = officer.get(f"/screenings/{pk}/check/").content.decode()
    assert f'href="/screenings/{pk}/q/place/?then=check"' in check
    change = f"/screenings/{pk}/q/place/?then=check"
    response = officer.post(change, {"place": "street", "key": str(uuid4())})
    assert response.headers["Location"] == f"/screenings/{pk}/check/"
    assert stored(pk, cast.first_responder).answers["place"] == "street"


def test_a_change_that_opens_a_question_asks_it_before_the_check(officer: Client) -> None:
    pk = begin(officer)
    walk(officer, pk, LABOUR)
    change = f"/screenings/{pk}/q/signs-departure/?then=check"
    signs = questionnaire.load().page("signs-departure").options[0]
    opened = officer.post(change, {"signs-departure": signs.code, "key": str(uuid4())})
    asked = f"/screenings/{pk}/q/evidence-departure/?then=check"
    assert opened.headers["Location"] == asked
    answered = officer.post(asked, {signs.code: "seen", "key": str(uuid4())})
    assert answered.headers["Location"] == f"/screenings/{pk}/check/"


def test_a_form_that_is_sent_twice_acts_once(cast: Cast, officer: Client) -> None:
    pk = begin(officer)
    assert officer.post("/screenings/start/", {"key": str(pk)}).status_code == 302
    with acting_as(cast.first_responder):
        assert screenings_for(cast.first_responder).count() == 1
    same = {"danger": "no", "key": str(uuid4())}
    first = officer.post(f"/screenings/{pk}/q/danger/", same)
    officer.post(f"/screenings/{pk}/q/danger/", {"danger": "yes", "key": str(uuid4())})
    second = officer.post(f"/screenings/{pk}/q/danger/", same)
    assert first.headers["Location"] == second.headers["Location"]
    assert stored(pk, cast.first_responder).answers["danger"] == "yes"


def test_the_check_that_is_sent_twice_leads_to_the_result_twice(officer: Client) -> None:
    pk, key = begin(officer), str(uuid4())
    walk(officer, pk, LABOUR)
    for _ in range(2):
        response = officer.post(f"/screenings/{pk}/check/", {"key": key})
        assert response.headers["Location"] == f"/screenings/{pk}/result/"


def test_a_finished_screening_refuses_an_answer_with_a_sentence(
    cast: Cast, officer: Client
) -> None:
    pk = begin(officer)
    walk(officer, pk, LABOUR)
    finish(officer, pk)
    response = officer.post(f"/screenings/{pk}/q/danger/", sent("danger", {"danger": "yes"}))
    assert "This screening is finished. Its answers can no longer be changed." in text(response)
    assert stored(pk, cast.first_responder).answers["danger"] == "no"
    assert officer.get(f"/screenings/{pk}/q/danger/").status_code == 302


def test_the_check_waits_for_the_questions_that_are_still_open(officer: Client) -> None:
    pk = begin(officer)
    assert officer.get(f"/screenings/{pk}/check/").headers["Location"] == f"/screenings/{pk}/"
    refused = officer.post(f"/screenings/{pk}/check/", {"key": str(uuid4())})
    assert "Some questions still want an answer." in text(refused)
