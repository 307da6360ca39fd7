"""One report, one place, one figure: the journey that everything serves, as a story.

Each of its pages is searched for barriers (WCAG 2.2 AA) by whoever comes to it; no request may
leave the host (see the fixture `meet`).
"""

from system import coordinator, first_responder, panel, provider, statistician
from system.conftest import Meet
from system.coordinator import ADOLESCENTS, GIRLS
from system.dump import then_the_dump_of_the_database_holds_none
from system.invented import SEALED
from system.person import PHONE, File, Person
from system.serving import House


def test_a_report_becomes_a_place_then_a_figure_then_an_answer(meet: Meet, country: House) -> None:
    mira, ines, adele = meet("Mira"), meet("Inès", width=PHONE), meet("Adèle")
    statistician.given_she_signs_in(mira)
    table = statistician.counts_of_the_table(mira)
    answer = statistician.count_on_the_page_of_the_paragraph(mira)

    report(ines)
    file = protection(ines)
    place(adele, meet("Paulin"), meet("Greta"), file)
    decision(adele, meet("Hélène"), file)
    first_responder.then_she_reads_that_a_place_was_accepted(ines, file)

    statistician.then_the_table_counts_the_file_and_gives_no_small_number_away(mira, country, table)
    statistician.then_the_paragraph_answers_with_one_file_more(mira, answer)
    then_the_dump_of_the_database_holds_none(country, SEALED)


def report(ines: Person) -> None:
    first_responder.given_she_begins_a_screening(ines)
    first_responder.when_she_says_what_the_situation_is(ines)
    first_responder.when_she_is_not_sure_of_the_age(ines)
    first_responder.when_she_marks_the_signs_and_how_she_knows_them(ines)
    first_responder.when_she_says_what_cannot_wait(ines)
    first_responder.then_she_checks_her_answers(ines)
    first_responder.then_the_result_tells_her_what_to_do_and_why(ines)


def protection(ines: Person) -> File:
    first_responder.when_she_opens_a_file(ines)
    first_responder.then_the_file_names_nobody(ines)
    first_responder.when_she_records_the_ground_that_replaces_consent(ines)
    first_responder.when_she_asks_for_a_guardian(ines)
    first_responder.when_she_flags_the_offence_committed_under_coercion(ines)
    first_responder.then_the_letter_asks_not_to_punish_and_names_nobody(ines)
    first_responder.when_she_refers_the_file_to_the_bureau(ines)
    return first_responder.the_file_she_opened(ines)


def place(adele: Person, paulin: Person, greta: Person, file: File) -> None:
    coordinator.given_she_sees_what_is_due(adele, file)
    coordinator.when_she_looks_for_a_place_tonight(adele, file)
    coordinator.then_she_reads_which_services_fit_and_why(adele)
    coordinator.when_she_offers_the_need_to_two_without_identity(adele)

    provider.given_an_offer_waits(paulin, ADOLESCENTS)
    provider.then_nothing_on_the_desk_says_who_it_is(paulin, file)
    provider.when_he_declines_with_a_reason(paulin, file)

    provider.given_an_offer_waits(greta, GIRLS)
    provider.then_nothing_on_the_desk_says_who_it_is(greta, file)
    provider.when_she_accepts(greta)
    provider.then_the_file_is_open_to_her_and_a_place_is_taken(greta, file)
    provider.when_she_opens_the_identity_with_a_purpose(greta)
    coordinator.then_she_sees_the_refusal_and_the_place(adele)


def decision(adele: Person, helene: Person, file: File) -> None:
    coordinator.when_she_acknowledges_the_file_and_shares_it(adele)
    coordinator.then_the_file_is_open_to_those_two_and_the_home(adele)

    panel.given_a_first_decision_is_due(helene, file)
    panel.when_she_decides_that_there_are_reasonable_grounds(helene)
    panel.then_the_protected_period_runs(helene)
    panel.when_she_tries_to_decide_for_good_at_once(helene)
    panel.then_it_is_refused_with_a_sentence_and_nothing_changes(helene)
