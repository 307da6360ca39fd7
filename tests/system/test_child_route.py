"""A child of unsure age: from the first doubt to guardian, best-interests decision and age."""

from amparo.methods import clock
from system import child_route, first_responder
from system.child_route import SEALED_THERE
from system.conftest import Meet
from system.dump import then_the_dump_of_the_database_holds_none
from system.person import PHONE, File, Person
from system.serving import House
from system.test_journey import report


def test_a_child_of_unsure_age_is_protected_heard_and_decided_on(
    meet: Meet, country: House
) -> None:
    ines, adele = meet("Inès", width=PHONE), meet("Adèle")
    report(ines)
    file = doubt(ines)
    child_route.given_she_opens_the_child_route(ines)
    guardian_and_interview(ines)
    child_route.when_she_records_what_is_best_for_the_girl(ines)
    child_route.then_the_girls_words_open_with_a_purpose(ines)
    child_route.when_she_comes_back_to_the_file(ines, file)
    first_responder.when_she_refers_the_file_to_the_bureau(ines)
    child_route.when_the_bureau_decides_on_the_age(adele, file)
    child_route.then_the_girl_is_a_child_and_nobody_reads_her_words(adele)
    then_the_dump_of_the_database_holds_none(country, SEALED_THERE)


def doubt(ines: Person) -> File:
    first_responder.when_she_opens_a_file(ines)
    first_responder.when_she_records_the_ground_that_replaces_consent(ines)
    return first_responder.the_file_she_opened(ines)


def guardian_and_interview(ines: Person) -> None:
    child_route.when_she_asks_for_a_guardian_and_learns_who_it_is(ines)
    child_route.when_she_tells_the_girl_what_goes_on(ines)
    child_route.when_she_plans_an_interview(ines, clock.now().date().isoformat())
    child_route.then_it_does_not_close_without_guardian_or_reason(ines)
    child_route.when_she_says_that_the_guardian_was_there(ines)
