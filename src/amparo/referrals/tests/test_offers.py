"""Offers: put without identity, answered once, taken back; and what each refuses."""

from datetime import timedelta
from typing import Any

import pytest

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.cases.actions.decisions import withdraw
from amparo.cases.consents.actions import record_consent, withdraw_consent
from amparo.cases.consents.queries import consents_of
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.cases.queries import cases_for
from amparo.directory.actions.places import set_places
from amparo.directory.queries import services
from amparo.methods import clock
from amparo.people.country import today
from amparo.people.models import User
from amparo.referrals.actions.needs import record_need
from amparo.referrals.actions.offers import accept, decline, offer, recall
from amparo.referrals.models import Need, Offer, OfferStatus
from amparo.referrals.queries import desk_of, needs_for
from support import files
from support.cast import Cast


@pytest.fixture
def case(cast: Cast) -> Case:
    return files.received(cast)


def a_need(cast: Cast, case: Case, **fields: Any) -> Need:
    given = {"kind": "shelter", "urgency": "tonight", "region": "north", **fields}
    return record_need(case, by=cast.first_responder, **given)


def stored(made: Offer, user: User) -> Offer:
    with acting_as(user):
        return desk_of(user).get(pk=made.pk)


def last_step(made: Offer, user: User) -> OfferStatus:
    with acting_as(user):
        return made.statuses.in_order().reverse()[0]


def support(case: Case, cast: Cast) -> str:
    with acting_as(cast.coordinator):
        return cases_for(cast.coordinator).get(pk=case.pk).support


def test_an_urgent_offer_is_to_be_answered_within_the_hour(cast: Cast, case: Case) -> None:
    made = files.offered(cast, case)
    assert made.reply_by - made.at == timedelta(hours=1)


def test_an_offer_that_can_wait_has_longer(cast: Cast, case: Case) -> None:
    need = a_need(cast, case, urgency="days")
    made = offer(need, files.service(cast), by=cast.first_responder)
    assert made.reply_by - made.at == timedelta(hours=4)


def test_a_file_without_consent_is_offered_to_nobody(cast: Cast) -> None:
    need = a_need(cast, files.opened(cast))
    with pytest.raises(Refused, match="consent to support"):
        offer(need, files.service(cast), by=cast.first_responder)


def test_a_ground_stands_for_the_consent_of_a_child(cast: Cast) -> None:
    need = a_need(cast, files.consented(cast, age="not_sure"))
    made = offer(need, files.service(cast), by=cast.first_responder)
    assert stored(made, cast.provider).state == "offered"


def test_a_service_that_does_not_fit_is_not_asked(cast: Cast, case: Case) -> None:
    need, full = a_need(cast, case), files.service(cast, places_free=0)
    with pytest.raises(Refused, match="cannot take the person"):
        offer(need, full, by=cast.first_responder)


@pytest.mark.parametrize("fields", [{"kind": "legal_aid"}, {"active": False}])
def test_a_service_of_another_kind_or_closed_is_not_asked(
    cast: Cast, case: Case, fields: dict[str, Any]
) -> None:
    need = a_need(cast, case)
    with pytest.raises(Refused, match="does not offer what is needed"):
        offer(need, files.service(cast, **fields), by=cast.first_responder)


def test_one_service_is_asked_once_at_a_time(cast: Cast, case: Case) -> None:
    made = files.offered(cast, case)
    with pytest.raises(Refused, match="has the offer already"):
        offer(made.need, made.service, by=cast.first_responder)


def test_a_service_that_declined_can_be_asked_again(cast: Cast, case: Case) -> None:
    made = files.offered(cast, case)
    decline(made, by=cast.provider, reason="no_place")
    again = offer(made.need, made.service, by=cast.first_responder)
    assert stored(again, cast.provider).state == "offered"


def test_a_unit_without_the_file_offers_nothing(cast: Cast, case: Case) -> None:
    need = a_need(cast, case)
    with pytest.raises(Refused, match="not shared"):
        offer(need, files.service(cast), by=cast.manager_b)


def test_before_a_yes_the_provider_sees_the_need_and_not_the_case(cast: Cast, case: Case) -> None:
    made = files.offered(cast, case)
    with acting_as(cast.provider):
        assert [row.pk for row in desk_of(cast.provider)] == [made.pk]
        assert not cases_for(cast.provider).exists()
        assert not Case.objects.exists()  # the database itself hides it


def test_after_a_yes_the_provider_sees_the_case(cast: Cast, case: Case) -> None:
    accept(files.offered(cast, case), by=cast.provider)
    with acting_as(cast.provider):
        assert [row.pk for row in cases_for(cast.provider)] == [case.pk]


def test_after_a_no_the_provider_sees_no_case(cast: Cast, case: Case) -> None:
    decline(files.offered(cast, case), by=cast.provider, reason="no_language")
    with acting_as(cast.provider):
        assert not cases_for(cast.provider).exists()


def test_a_yes_takes_a_place_and_meets_the_need(cast: Cast, case: Case) -> None:
    made = accept(files.offered(cast, case, places_free=2), by=cast.provider)
    assert services().get(pk=made.service_id).places_free == 1
    with acting_as(cast.coordinator):
        assert not needs_for(cast.coordinator).unmet().exists()
    assert support(case, cast) == State.PLACED


def test_an_offer_is_accepted_once(cast: Cast, case: Case) -> None:
    made = files.offered(cast, case, places_free=2)
    accept(made, by=cast.provider)
    with pytest.raises(Refused, match="closed: accepted"):
        accept(made, by=cast.provider)
    assert services().get(pk=made.service_id).places_free == 1


def test_the_other_services_are_told_that_a_place_was_found(cast: Cast, case: Case) -> None:
    first = files.offered(cast, case)
    second = offer(first.need, files.service(cast, "second_shelter"), by=cast.first_responder)
    accept(first, by=cast.provider)
    step = last_step(second, cast.second_provider)
    assert (step.state, step.reason) == ("recalled", "placed_elsewhere")
    with pytest.raises(Refused, match="closed: recalled"):
        accept(second, by=cast.second_provider)


def test_without_a_free_place_nothing_is_accepted(cast: Cast, case: Case) -> None:
    made = files.offered(cast, case)
    set_places(made.service, 0, by=cast.provider)
    with pytest.raises(Refused, match="no place free any more"):
        accept(made, by=cast.provider)
    assert stored(made, cast.provider).state == "offered"


def test_a_withdrawal_takes_back_the_questions_that_hung_on_it(cast: Cast, case: Case) -> None:
    made = files.offered(cast, case)
    with acting_as(cast.first_responder):
        consent = consents_of(case).get(purpose="support")
    withdraw_consent(consent, by=cast.first_responder, how="oral_witness")
    with pytest.raises(Refused, match="This offer is closed: recalled"):
        accept(made, by=cast.provider)
    with acting_as(cast.provider):
        assert not cases_for(cast.provider).exists()
        step = made.statuses.latest("at")
    assert (step.state, step.reason) == ("recalled", "consent_ended")


def test_a_consent_that_ran_out_meanwhile_stops_the_yes(cast: Cast) -> None:
    case = files.opened(cast)
    record_consent(
        case, by=cast.first_responder, purpose="support", recipients="services", language="en",
        how="signed", given_by="person", until=today(),
    )  # fmt: skip
    made = files.offered(cast, case)
    with clock.at(clock.now() + timedelta(days=2)):
        with pytest.raises(Refused, match="ended meanwhile"):
            accept(made, by=cast.provider)
        with acting_as(cast.provider):
            assert not cases_for(cast.provider).exists()


def test_another_unit_cannot_answer(cast: Cast, case: Case) -> None:
    made = files.offered(cast, case)
    with pytest.raises(Refused, match="another unit"):
        accept(made, by=cast.second_provider)
    with pytest.raises(Refused, match="another unit"):
        decline(made, by=cast.second_provider, reason="other")


def test_a_no_leaves_the_need_open_and_keeps_its_reason(cast: Cast, case: Case) -> None:
    made = decline(files.offered(cast, case), by=cast.provider, reason="no_language")
    with acting_as(cast.coordinator):
        assert needs_for(cast.coordinator).refused().get().pk == made.need_id
    step = last_step(made, cast.coordinator)
    assert (step.state, step.reason, step.by_id) == ("declined", "no_language", cast.provider.pk)


def test_an_offer_taken_back_can_no_longer_be_accepted(cast: Cast, case: Case) -> None:
    made = files.offered(cast, case)
    recall(made, by=cast.coordinator)
    with pytest.raises(Refused, match="closed: recalled"):
        accept(made, by=cast.provider)


def test_an_answered_offer_cannot_be_taken_back(cast: Cast, case: Case) -> None:
    made = accept(files.offered(cast, case), by=cast.provider)
    with pytest.raises(Refused, match="closed: accepted"):
        recall(made, by=cast.coordinator)


def test_a_provider_takes_no_offer_back(cast: Cast, case: Case) -> None:
    with pytest.raises(Refused):
        recall(files.offered(cast, case), by=cast.provider)


def ended(cast: Cast, case: Case) -> None:
    withdraw(case, by=cast.coordinator, reason="consent_withdrawn")
    files.close(case, by=cast.coordinator, second=cast.manager_a, reason="contact_lost")


def test_the_end_of_support_recalls_what_still_waits(cast: Cast, case: Case) -> None:
    made = files.offered(cast, case)
    ended(cast, case)
    step = last_step(made, cast.provider)
    assert (step.state, step.reason) == ("recalled", "support_ended")
    assert step.by_id == cast.coordinator.pk
    with acting_as(cast.coordinator):
        assert not needs_for(cast.coordinator).unmet().exists()


def test_after_the_end_of_support_nothing_is_offered(cast: Cast, case: Case) -> None:
    made = files.offered(cast, case)
    ended(cast, case)
    with pytest.raises(Refused, match="has ended"):
        offer(made.need, made.service, by=cast.coordinator)


def test_a_second_need_stands_beside_the_first(cast: Cast, case: Case) -> None:
    files.placed(cast, case)
    a_need(cast, case, kind="legal_aid", urgency="weeks")
    with acting_as(cast.coordinator):
        assert needs_for(cast.coordinator).unmet().get().kind == "legal_aid"
    assert support(case, cast) == State.SOUGHT


def test_a_late_offer_is_still_open(cast: Cast, case: Case) -> None:
    made = files.offered(cast, case)
    with clock.at(made.reply_by + timedelta(minutes=5)), acting_as(cast.provider):
        assert desk_of(cast.provider).late(clock.now()).get().pk == made.pk
