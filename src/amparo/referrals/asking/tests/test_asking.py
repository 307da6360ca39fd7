"""A service asks something back before it answers, and is answered: once, and no further."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from amparo.access.acting import acting_as
from amparo.access.restriction.actions import restrict
from amparo.access.standing import Refused
from amparo.audit.queries import entries
from amparo.cases.consents.actions import record_consent
from amparo.cases.models import Case
from amparo.cases.queries import cases_for
from amparo.methods import clock
from amparo.people.codes import choices
from amparo.people.country import today
from amparo.people.models import User
from amparo.referrals.actions.offers import accept, decline, recall
from amparo.referrals.asking.actions import answer_question, ask
from amparo.referrals.asking.models import Answer, OfferQuestion
from amparo.referrals.asking.queries import questions_for
from amparo.referrals.models import Offer
from amparo.referrals.timeline import entries as timeline_entries
from amparo.referrals.timeline import told
from amparo.vault.erasure import erase
from support import files
from support.cast import Cast

CODES = ["medicine_tonight", "climbs_stairs"]


@pytest.fixture
def case(cast: Cast) -> Case:
    return files.received(cast)


@pytest.fixture
def made(cast: Cast, case: Case) -> Offer:
    return files.offered(cast, case, name_en="Aster House")


def seen(question: OfferQuestion, user: User) -> OfferQuestion:
    with acting_as(user):
        return OfferQuestion.objects.get(pk=question.pk)


def test_a_house_asks_and_reads_the_answer_before_it_says_yes(cast: Cast, made: Offer) -> None:
    medicine, stairs = ask(made, CODES, by=cast.provider)
    answer_question(medicine, "yes", by=cast.first_responder)
    answer_question(stairs, "not_known", by=cast.coordinator)
    answers = {seen(each, cast.provider).code: seen(each, cast.provider).answer
               for each in (medicine, stairs)}  # fmt: skip
    assert answers == {"medicine_tonight": "yes", "climbs_stairs": "not_known"}
    with acting_as(cast.provider):
        assert not cases_for(cast.provider).exists(), "an answer opens no file"
    assert accept(made, by=cast.provider).state == "accepted"


def test_every_question_is_answered_with_yes_no_or_not_known(cast: Cast, made: Offer) -> None:
    codes = [code for code, _ in choices("offer_questions")]
    assert len(codes) > 9
    asked = ask(made, codes, by=cast.provider)
    for question, answer in zip(asked, list(Answer) * len(asked), strict=False):
        answer_question(question, answer, by=cast.first_responder)
    assert {seen(each, cast.provider).answer for each in asked} == set(Answer)


def test_each_is_asked_once_of_an_offer(cast: Cast, made: Offer) -> None:
    ask(made, CODES, by=cast.provider)
    with pytest.raises(Refused, match="asked already"):
        ask(made, CODES, by=cast.provider)
    assert [each.code for each in ask(made, [*CODES, "cot"], by=cast.provider)] == ["cot"]


def test_what_is_not_on_the_list_is_not_asked(cast: Cast, made: Offer) -> None:
    with pytest.raises(Refused):
        ask(made, ["what_is_her_name"], by=cast.provider)


def test_each_is_answered_once(cast: Cast, made: Offer) -> None:
    (question,) = ask(made, ["cot"], by=cast.provider)
    answer_question(question, "no", by=cast.first_responder)
    with pytest.raises(Refused, match="answered already"):
        answer_question(question, "yes", by=cast.coordinator)
    assert seen(question, cast.provider).answer == "no"


@pytest.mark.parametrize("who", ["second_provider", "first_responder", "coordinator", "stranger"])
def test_only_the_unit_that_was_asked_asks_back(who: str, cast: Cast, made: Offer) -> None:
    with pytest.raises(Refused):
        ask(made, CODES, by=cast.users[who])


@pytest.mark.parametrize("who", ["provider", "second_provider", "manager_b", "panel", "stranger"])
def test_only_who_may_seek_a_place_for_the_person_answers(
    who: str, cast: Cast, made: Offer
) -> None:
    (question,) = ask(made, ["cot"], by=cast.provider)
    with pytest.raises(Refused):
        answer_question(question, "yes", by=cast.users[who])
    assert seen(question, cast.provider).answered_at is None


@pytest.mark.parametrize("how", ["accepted", "declined", "recalled"])
def test_nothing_is_asked_or_answered_of_a_closed_offer(how: str, cast: Cast, made: Offer) -> None:
    (question,) = ask(made, ["cot"], by=cast.provider)
    if how == "accepted":
        accept(made, by=cast.provider)
    elif how == "declined":
        decline(made, by=cast.provider, reason="other")
    else:
        recall(made, by=cast.first_responder)
    with pytest.raises(Refused, match=f"closed: {how}"):
        ask(made, CODES, by=cast.provider)
    with pytest.raises(Refused, match=f"closed: {how}"):
        answer_question(question, "yes", by=cast.first_responder)


def test_a_consent_that_ran_out_meanwhile_stops_the_answer(cast: Cast) -> None:
    case = files.opened(cast)
    record_consent(
        case, by=cast.first_responder, purpose="support", recipients="services", language="en",
        how="signed", given_by="person", until=today(),
    )  # fmt: skip
    (question,) = ask(files.offered(cast, case), ["cot"], by=cast.provider)
    with (
        clock.at(clock.now() + timedelta(days=2)),
        pytest.raises(Refused, match="consent to support"),
    ):
        answer_question(question, "yes", by=cast.first_responder)


def test_of_a_restricted_file_nothing_is_answered(cast: Cast, case: Case, made: Offer) -> None:
    (question,) = ask(made, ["cot"], by=cast.provider)
    restrict(case.pk, by=cast.manager_a, ground="contested", asked_by="person")
    with pytest.raises(Refused, match="nothing new is shared"):
        answer_question(question, "yes", by=cast.manager_a)
    with pytest.raises(DatabaseError, match="nothing new is shared"), transaction.atomic():
        written("answer = 'yes', answered_at = now(), answered_by_id = by_id", cast.manager_a)


def test_the_log_says_who_asked_and_who_answered(cast: Cast, case: Case, made: Offer) -> None:
    (question,) = ask(made, ["cot"], by=cast.provider)
    answer_question(question, "yes", by=cast.first_responder)
    rows = entries().of_case(case.pk).filter(object_id=question.pk).order_by("at")
    assert [(row.action, row.actor, row.purpose) for row in rows] == [
        ("asked about an offer", cast.provider.pk, "cot"),
        ("answered about an offer", cast.first_responder.pk, "cot"),
    ]


def test_the_timeline_and_the_list_of_who_was_told_have_it(
    cast: Cast, case: Case, made: Offer
) -> None:
    medicine, _stairs = ask(made, CODES, by=cast.provider)
    answer_question(medicine, "yes", by=cast.first_responder)
    with acting_as(cast.coordinator):
        lines = [(str(e.title), str(e.text)) for e in timeline_entries(case)]
        heard = [str(each.what) for each in told(case)]
    questions = "Can the person climb stairs? · Is medicine needed tonight?"
    assert ("Aster House asked something back", questions) in lines
    assert ("Aster House was answered", "Is medicine needed tonight? Yes") in lines
    assert "Was answered: Is medicine needed tonight? Yes" in heard


def test_with_the_keys_of_the_file_the_answer_goes_and_the_question_stays(
    cast: Cast, case: Case, made: Offer
) -> None:
    (question,) = ask(made, ["over_twelve"], by=cast.provider)
    answer_question(question, "yes", by=cast.first_responder)
    with acting_as(cast.coordinator):
        erase(case.pk, by=cast.coordinator, reason="retention_over")
        row = OfferQuestion.objects.get(pk=question.pk)
    assert (row.code, row.answer, row.answered_by_id) == (
        "over_twelve", "", cast.first_responder.pk,
    )  # fmt: skip


# The second wall alone.


def written(what: str, user: User) -> int:
    """How many questions the database let `user` change so."""
    with acting_as(user), connection.cursor() as cursor:
        cursor.execute(f"UPDATE referrals_offerquestion SET {what}")  # noqa: S608  our own words
        return int(cursor.rowcount)


def test_the_database_shows_a_question_to_who_asked_and_to_who_has_the_file(
    cast: Cast, made: Offer
) -> None:
    ask(made, ["cot"], by=cast.provider)
    seeing = {}
    for who, user in cast.users.items():
        with acting_as(user):
            seeing[who] = OfferQuestion.objects.exists()
    readers = {who for who, sees_it in seeing.items() if sees_it}
    assert readers == {"first_responder", "manager_a", "panel", "coordinator", "provider"}
    with acting_as(cast.provider):
        assert not questions_for(cast.provider).exists(), "to answer is for who has the file"


REWRITTEN = ("answer = 'no'", "code = 'animal'", "at = at - interval '1 day'", "answered_at = NULL")


@pytest.mark.parametrize("who", ["provider", "first_responder"])
@pytest.mark.parametrize("what", REWRITTEN)
def test_the_database_lets_nobody_rewrite_an_answer(
    what: str, who: str, cast: Cast, made: Offer
) -> None:
    (question,) = ask(made, ["cot"], by=cast.provider)
    answer_question(question, "yes", by=cast.first_responder)
    with pytest.raises(DatabaseError, match="answered once"), transaction.atomic():
        written(what, cast.users[who])
    with (
        pytest.raises(DatabaseError, match="answered once"),
        transaction.atomic(),
        acting_as(cast.coordinator),
    ):
        OfferQuestion.objects.all().delete()


def test_the_database_forgets_no_answer_while_the_file_has_a_key(cast: Cast, made: Offer) -> None:
    (question,) = ask(made, ["cot"], by=cast.provider)
    answer_question(question, "yes", by=cast.first_responder)
    with pytest.raises(DatabaseError, match="answered once"), transaction.atomic():
        written("answer = ''", cast.coordinator)


def test_an_answer_is_one_of_three_whatever_the_product_writes(cast: Cast, made: Offer) -> None:
    ask(made, ["cot"], by=cast.provider)
    with pytest.raises(IntegrityError, match="an_answer_of_three"), transaction.atomic():
        written("answer = 'her name', answered_at = now(), answered_by_id = by_id", cast.manager_a)


def test_an_answer_without_an_author_is_none(cast: Cast, made: Offer) -> None:
    ask(made, ["cot"], by=cast.provider)
    with pytest.raises(IntegrityError, match="an_answer_has_its_author"), transaction.atomic():
        written("answer = 'yes', answered_at = now()", cast.first_responder)
