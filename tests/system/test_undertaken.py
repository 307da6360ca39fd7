"""Five texts are brought, what they ask is followed up, and the answer is printed."""

from system import undertaken
from system.conftest import Meet


def test_from_the_five_texts_to_an_answer(meet: Meet) -> None:
    adele, stranger = meet("Adèle"), meet("a stranger")
    undertaken.given_she_signs_in(adele)
    read = undertaken.when_she_brings_the_five_files(adele)
    undertaken.then_the_five_texts_are_read_whole(read)
    undertaken.when_she_corrects_what_a_paragraph_asks(adele)
    undertaken.then_she_sees_what_is_asked_of_the_country(adele)
    undertaken.then_the_due_list_knows_the_calendar(adele)
    undertaken.when_she_puts_somebody_in_charge(adele)
    undertaken.when_she_takes_an_action_that_answers_two_asks(adele)
    undertaken.when_she_keeps_the_figure_of_the_paragraph(adele)
    undertaken.when_she_prints_the_report(adele)
    undertaken.then_the_public_reads_what_was_published(adele, stranger)
