"""A child recruited for crime: diverted, returned where that was best, asked about for a year."""

from system import coordinator, first_responder, panel, recruited, return_home
from system.conftest import Meet
from system.dump import then_the_dump_of_the_database_holds_none
from system.person import PHONE, File, Person
from system.return_home import MONTH, MONTH_AFTER, YEAR_AFTER
from system.serving import House
from system.world import days_later


def test_a_recruited_child_is_diverted_returns_home_and_is_asked_about_for_a_year(
    meet: Meet, country: House
) -> None:
    ines, adele, helene = meet("Inès", width=PHONE), meet("Adèle"), meet("Hélène")
    samir, solene = meet("Samir"), meet("Solène")
    file = met_at_the_quay(ines)
    adele.signs_in()
    adele.opens(f"/files/{file.reference}/")
    coordinator.when_she_acknowledges_the_file(adele)
    panel.given_a_first_decision_is_due(helene, file)
    panel.when_she_decides_that_there_are_reasonable_grounds(helene)
    diverted(samir, solene, file)
    with days_later(country, MONTH) as later:
        helene, samir = meet("Hélène", at=later), meet("Samir", at=later)
        recruited.when_she_recognises_him(helene, file)
        returned(samir, file)
    with days_later(country, MONTH_AFTER) as later:
        return_home.when_he_asks_after_a_month(meet("Samir", at=later), file)
    with days_later(country, YEAR_AFTER) as later:
        samir = meet("Samir", at=later)
        return_home.when_the_year_is_over(samir, file)
        return_home.then_the_file_says_so(samir, file)
    sealed = (*recruited.SEALED_HERE, *return_home.SEALED_HERE)
    then_the_dump_of_the_database_holds_none(country, sealed)


def met_at_the_quay(ines: Person) -> File:
    first_responder.given_she_begins_a_screening(ines)
    first_responder.when_she_says_what_the_situation_is(ines)
    recruited.when_she_meets_a_boy(ines)
    first_responder.when_she_marks_the_signs_and_how_she_knows_them(ines)
    first_responder.when_she_says_what_cannot_wait(ines)
    recruited.when_she_opens_his_file(ines)
    file = first_responder.the_file_she_opened(ines)
    first_responder.when_she_records_the_ground_that_replaces_consent(ines)
    first_responder.when_she_asks_for_a_guardian(ines)
    first_responder.when_she_flags_the_offence_committed_under_coercion(ines)
    first_responder.then_the_letter_asks_not_to_punish_and_names_nobody(ines)
    recruited.when_she_records_who_recruited_him(ines)
    recruited.when_she_comes_back_to_the_file(ines, file)
    first_responder.when_she_refers_the_file_to_the_bureau(ines)
    return file


def diverted(samir: Person, solene: Person, file: File) -> None:
    recruited.given_samir_looks_after_him(samir, file)
    recruited.when_the_prosecutor_agrees_and_diverts_him(samir)
    recruited.then_victim_and_proceedings_stand_apart(samir, file)
    recruited.when_he_hands_the_recruiters_to_the_police(samir, file)
    recruited.then_she_investigates_them_and_reads_nothing_of_him(solene, file)
    recruited.when_nobody_who_works_where_he_lives_becomes_his_guardian(samir, file)


def returned(samir: Person, file: File) -> None:
    samir.signs_in()
    return_home.when_he_writes_down_the_boys_wish(samir, file)
    nothing = "The risks are assessed first: those here and those there."
    return_home.then_no_return_is_decided_because(samir, nothing)
    return_home.when_he_assesses(samir, "here, if the person stays")
    half = "The risks there, if the person returns, are not assessed yet."
    return_home.then_no_return_is_decided_because(samir, half)
    return_home.when_he_assesses(samir, "there", return_home.OPEN_QUESTION)
    doubt = "A question of the assessment is still open"
    return_home.then_no_return_is_decided_because(samir, doubt)
    return_home.when_he_assesses(samir, "there")
    unweighed = "A child returns only where that was found best for the child: record it first."
    return_home.then_no_return_is_decided_because(samir, unweighed)
    return_home.when_the_return_is_found_best(samir, file)
    return_home.when_the_return_is_decided(samir, file)
    return_home.then_nobody_travels_unprepared(samir)
    return_home.when_the_guardian_prepares_it_with_him(samir, file)
    return_home.when_he_has_left_and_arrived(samir, file)
    return_home.then_the_monitoring_does_not_end_before_its_months(samir)
