from uuid import uuid4

import pytest

from amparo.access.acting import acting_as
from amparo.access.queries import grants
from amparo.access.standing import Refused
from amparo.audit.queries import entries
from amparo.people.models import User
from amparo.screening import actions, questionnaire
from amparo.screening.models import Screening
from amparo.screening.queries import own_screenings, screenings_for
from support.cast import Cast

ADULT = {
    "danger": "no",
    "place": "workplace",
    "alone": "yes",
    "age": "adult",
    "how-it-began": ["recruited"],
    "signs-promises": ["none"],
    "signs-departure": ["unknown"],
    "signs-situation": ["none"],
    "signs-work": ["none"],
    "signs-pressure": ["none"],
    "signs-dependence": ["none"],
    "forms": ["none"],
    "agreed": "yes",
    "needs": ["none"],
}


def begun(by: User) -> Screening:
    return actions.start(by=by, key=uuid4())


def answered(by: User, **changed: object) -> Screening:
    screening, pages = begun(by), questionnaire.load().page
    for slug, value in {**ADULT, **changed}.items():
        actions.answer(screening, pages(slug), value, by=by)  # type: ignore[arg-type]  # any kind of page
    return screening


def stored(screening: Screening, by: User) -> Screening:
    with acting_as(by):
        return screenings_for(by).get(pk=screening.pk)


def acts_of(screening: Screening) -> list[str]:
    rows = entries().of_case(screening.case_id).order_by("lane", "sequence")
    return [row.action for row in rows if row.action != "shared"]


def test_a_screening_bears_the_key_of_its_form_and_the_same_key_begins_one_only(cast: Cast) -> None:
    key = uuid4()
    first = actions.start(by=cast.first_responder, key=key)
    again = actions.start(by=cast.first_responder, key=key)
    assert first.pk == again.pk == key
    assert acts_of(first) == ["began a screening"]


def test_a_screening_is_shared_with_the_unit_that_began_it_and_no_other(cast: Cast) -> None:
    screening = begun(cast.manager_a)
    shared = grants().of_case(screening.case_id)
    assert {grant.unit for grant in shared} == {cast.units["centre_a"]}
    assert shared.purposes() == {"casework", "identity"}
    with acting_as(cast.manager_b):
        assert not screenings_for(cast.manager_b).exists()


def test_whoever_has_no_mandate_to_screen_cannot_begin(cast: Cast) -> None:
    with pytest.raises(Refused, match="no mandate"):
        begun(cast.provider)


def test_each_answer_is_kept_with_a_row_in_the_log(cast: Cast) -> None:
    by = cast.first_responder
    screening = begun(by)
    actions.answer(screening, questionnaire.load().page("danger"), "no", by=by)
    actions.answer(screening, questionnaire.load().page("place"), "street", by=by)
    assert stored(screening, by).answers == {"danger": "no", "place": "street"}
    assert acts_of(screening) == ["began a screening", *["answered a question"] * 2]


def test_a_colleague_sees_a_draft_but_does_not_answer_for_another(cast: Cast) -> None:
    screening = begun(cast.first_responder)
    with pytest.raises(Refused, match="Only the person who began"):
        actions.answer(screening, questionnaire.load().page("danger"), "no", by=cast.coordinator)


def test_another_unit_cannot_answer(cast: Cast) -> None:
    screening = begun(cast.manager_a)
    with pytest.raises(Refused, match="not shared with your unit"):
        actions.answer(screening, questionnaire.load().page("danger"), "no", by=cast.manager_b)


def test_finishing_stores_the_class_of_the_assessment(cast: Cast) -> None:
    by = cast.first_responder
    screening = answered(by)
    actions.finish(screening, by=by)
    kept = stored(screening, by)
    assert kept.result == "no_sign"
    assert kept.finished_at
    assert acts_of(screening)[-1] == "finished a screening"


def test_a_form_that_is_suspected_without_a_sign_asks_to_look_further(cast: Cast) -> None:
    by = cast.first_responder
    screening = answered(by, forms=["SEXUAL"])
    actions.finish(screening, by=by)
    assert stored(screening, by).result == "look_further"


def test_a_screening_with_an_open_question_is_not_finished(cast: Cast) -> None:
    by = cast.first_responder
    screening = answered(by, **{"signs-promises": ["deceived_job"]})
    with pytest.raises(Refused, match="still want an answer"):
        actions.finish(screening, by=by)
    assert stored(screening, by).finished_at is None


def test_finishing_forgets_the_answers_of_pages_that_were_left_again(cast: Cast) -> None:
    by = cast.first_responder
    screening = answered(by, age="child")
    actions.finish(screening, by=by)
    answers = stored(screening, by).answers
    assert answers["age"] == "child"
    assert "agreed" not in answers


def test_a_finished_screening_takes_no_answer_and_is_neither_finished_again_nor_deleted(
    cast: Cast,
) -> None:
    by = cast.first_responder
    screening = answered(by)
    actions.finish(screening, by=by)
    with pytest.raises(Refused, match="is finished"):
        actions.answer(screening, questionnaire.load().page("danger"), "yes", by=by)
    with pytest.raises(Refused, match="is finished"):
        actions.finish(screening, by=by)
    with pytest.raises(Refused, match="is finished"):
        actions.discard(screening, by=by)
    assert stored(screening, by).answers["danger"] == "no"


def test_a_discarded_draft_is_gone_and_the_log_says_so(cast: Cast) -> None:
    by = cast.first_responder
    screening = answered(by)
    actions.discard(screening, by=by)
    with acting_as(by):
        assert not own_screenings(by).exists()
    assert acts_of(screening)[-1] == "discarded a screening"
