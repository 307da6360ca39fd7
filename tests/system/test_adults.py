"""An adult who consents, to a final decision in time; and an adult who refuses."""

from system import adults, coordinator, first_responder, panel
from system.conftest import Meet
from system.dump import then_the_dump_of_the_database_holds_none
from system.person import PHONE, File, Person
from system.serving import House
from system.world import days_later

DAYS = 31


def screened(ines: Person, word: str) -> File:
    first_responder.given_she_begins_a_screening(ines)
    first_responder.when_she_says_what_the_situation_is(ines)
    adults.when_she_screens_an_adult(ines)
    adults.when_she_marks_signs_of_work_under_coercion(ines)
    adults.when_the_adult_says(ines, word)
    adults.when_she_opens_the_file(ines)
    return first_responder.the_file_she_opened(ines)


def test_an_adult_who_consents_is_identified_when_the_protected_period_is_over(
    meet: Meet, country: House
) -> None:
    ines, adele, helene = meet("Inès", width=PHONE), meet("Adèle"), meet("Hélène")
    file = screened(ines, "Yes")
    adults.when_she_records_the_yes(ines)
    first_responder.when_she_refers_the_file_to_the_bureau(ines)
    adele.signs_in()
    adele.opens(f"/files/{file.reference}/")
    coordinator.when_she_acknowledges_the_file(adele)
    panel.given_a_first_decision_is_due(helene, file)
    panel.when_she_decides_that_there_are_reasonable_grounds(helene, adults.FORM)
    panel.then_the_protected_period_runs(helene)
    panel.when_she_tries_to_decide_for_good_at_once(helene, adults.FORM)
    panel.then_it_is_refused_with_a_sentence_and_nothing_changes(helene)
    with days_later(country, DAYS) as later:
        helene, samir = meet("Hélène", at=later), meet("Samir", at=later)
        helene.signs_in()
        adults.when_she_decides_for_good(helene, file)
        adults.then_the_person_is_told_in_her_language(samir, file)
    then_the_dump_of_the_database_holds_none(country, adults.SEALED_HERE)


def test_an_adult_who_refuses_is_counted_apart_and_named_to_nobody(
    meet: Meet, country: House
) -> None:
    ines, adele = meet("Inès", width=PHONE), meet("Adèle")
    adele.signs_in()
    before = adults.notices_counted(adele)
    file = screened(ines, "No")
    adults.when_she_ends_it_at_the_adults_word(ines)
    adults.then_nothing_that_names_the_adult_was_sent(ines)
    assert adults.notices_counted(adele) == before + 1
    adults.then_the_bureau_reads_of_it_and_opens_nothing(adele, file)
    then_the_dump_of_the_database_holds_none(country, adults.SEALED_HERE)
