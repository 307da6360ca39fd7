"""An adult to judgment, compensation and a follow-up, told by five people at five screens."""

from system import adults, coordinator, first_responder, judgment
from system.conftest import Meet
from system.dump import then_the_dump_of_the_database_holds_none
from system.person import PHONE
from system.serving import House
from system.test_adults import DAYS, screened
from system.world import days_later


def test_an_adult_comes_to_judgment_compensation_and_a_follow_up(
    meet: Meet, country: House
) -> None:
    ines, adele, samir, solene = (
        meet("Inès", width=PHONE), meet("Adèle"), meet("Samir"), meet("Solène"),
    )  # fmt: skip
    file = screened(ines, "Yes")
    adults.when_she_records_the_yes(ines)
    first_responder.when_she_refers_the_file_to_the_bureau(ines)
    adele.signs_in()
    adele.opens(f"/files/{file.reference}/")
    coordinator.when_she_acknowledges_the_file(adele)
    judgment.given_samir_looks_after_the_person(samir, file)
    judgment.when_he_assesses_and_agrees_a_plan(samir)
    judgment.when_he_hands_the_dossier_over(samir, file)
    judgment.when_she_brings_it_to_a_trial(solene, file)
    judgment.when_he_prepares_the_person(samir, file)
    judgment.when_the_court_has_judged(solene, file)
    judgment.then_no_word_of_the_file_was_open_to_her(solene, file)
    judgment.when_he_claims_and_the_fund_pays(samir, file)
    judgment.when_support_ends_with_a_safe_contact(samir, file)
    with days_later(country, DAYS) as later:
        samir = meet("Samir", at=later)
        judgment.then_he_asks_how_the_person_is(samir, file)
    then_the_dump_of_the_database_holds_none(country, judgment.SEALED_HERE)
