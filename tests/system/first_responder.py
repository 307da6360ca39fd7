"""Inès, police officer in the harbour of Brelmarche, on her phone."""

from datetime import UTC, datetime

from system.invented import ACCOUNT, FAMILY, GIVEN, OFFENCE, SAFE_CONTACT, SEALED
from system.person import File, Person

TOLD, SEEN, DOCUMENT = "I was told", "I saw it", "A document shows it"
DOUBT = "The age is not sure. Doubt protects: the person is treated as a child."
PROMISE = "School or training was promised and does not take place"
LOCKED_UP = "The person was locked in, cut off or watched before or during the journey"
OFFENCES = "The person is made to commit offences"
PAPERS = "Someone else keeps the person’s papers"


def given_she_begins_a_screening(ines: Person) -> None:
    ines.signs_in()
    ines.sees("Good day, Inès")
    ines.follows("Start a screening")
    ines.sees("What did you see, hear or read?")
    ines.presses("Start a screening")


def when_she_says_what_the_situation_is(ines: Person) -> None:
    answers(ines, "Is anyone in danger right now?", "No")
    answers(ines, "Where are you meeting the person?", "A border, port or airport")
    answers(ines, "Can you speak with the person alone and in safety?", "Yes")


def when_she_is_not_sure_of_the_age(ines: Person) -> None:
    ines.sees("If you are not sure, say so: the person is then protected as a child.")
    ines.shows("02-screening-question")
    answers(ines, "Is the person an adult or a child?", "I am not sure")
    ines.sees("Child route: in doubt")
    answers(ines, "What is the person’s sex?", "Female")
    ticks(ines, "Which languages does the person speak well?", "Romanian")
    ines.writes("0", into="How many people depend on the person")
    ines.presses("Continue")


def when_she_marks_the_signs_and_how_she_knows_them(ines: Person) -> None:
    ticks(ines, "What did others do to bring the person here?", "Somebody recruited the person")
    ticks(ines, "Was the person deceived about what awaited them?", PROMISE)
    knows(ines, "How do you know about the deception?", {PROMISE: TOLD})
    ticks(ines, "Was the person forced to go?", LOCKED_UP)
    knows(ines, "How do you know that the person was forced to go?", {LOCKED_UP: TOLD})
    ticks(ines, "Did anyone take advantage of the person’s situation to recruit", "I don’t know")
    ticks(ines, "What are work and life like for the person?", "None of these")
    ticks(ines, "What keeps the person from leaving?", OFFENCES, PAPERS)
    knows(ines, "How do you know what keeps the person", {OFFENCES: SEEN, PAPERS: DOCUMENT})
    ticks(ines, "Does anyone take advantage of the person’s situation to keep", "I don’t know")
    ticks(ines, "Which forms of exploitation do you suspect?", "Forced criminality")


def when_she_says_what_cannot_wait(ines: Person) -> None:
    # A child is not asked whether it agrees: the next question is the last.
    ticks(ines, "What does the person need tonight?", "Shelter")


def then_she_checks_her_answers(ines: Person) -> None:
    ines.sees("Check your answers", DOUBT, "I am not sure", "Forced criminality")
    ines.presses("See what to do now")


def then_the_result_tells_her_what_to_do_and_why(ines: Person) -> None:
    ines.sees("What to do now", "Whom to call", "What to tell the person", "Child route", DOUBT)
    ines.sees("It is no proof, and no score of a person.", OFFENCES)
    ines.shows("03-screening-result")


def when_she_opens_a_file(ines: Person) -> None:
    ines.follows("Open a file")
    ines.writes(ACCOUNT, into="What you saw, were told or read")
    ines.writes(GIVEN, into="Given name")
    ines.writes(FAMILY, into="Family name")
    ines.writes(SAFE_CONTACT, into="Safe way to reach the person")
    ines.presses("Open the file")


def then_the_file_names_nobody(ines: Person) -> None:
    ines.sees("The file is open. Names and account are sealed.")
    ines.sees("possible victim", "treated as a child", "None recorded. Nothing may be shared yet.")
    ines.does_not_see(GIVEN, FAMILY, ACCOUNT, SAFE_CONTACT)


def when_she_records_the_ground_that_replaces_consent(ines: Person) -> None:
    for purpose in ("Identification by the competent authority", "Shelter and support"):
        ines.follows(f"Record the ground: {purpose}")
        ines.chooses("Best interests of the child")
        ines.presses("Record the ground")
        ines.sees("The ground is recorded.")


def when_she_asks_for_a_guardian(ines: Person) -> None:
    ines.follows("Ask for a guardian")
    ines.sees("has a guardian before any interview")
    ines.chooses("The office for guardianship")
    ines.presses("Record it")
    ines.sees("It is recorded.", "Record who the guardian is")
    ines.follows("Back to the file")


def when_she_flags_the_offence_committed_under_coercion(ines: Person) -> None:
    ines.follows("An offence committed under coercion")
    ines.writes(OFFENCE, into="Note")
    ines.presses("Record it")


def then_the_letter_asks_not_to_punish_and_names_nobody(ines: Person) -> None:
    ines.follows("Record what is held against the person")
    ines.ticks("Carrying or selling drugs")
    ines.chooses("Charges brought")
    ines.chooses("Prosecutor")
    ines.presses("Record it")
    ines.follows("Issue the letter on non-punishment")
    ines.sees("We ask you to consider not prosecuting or punishing the person for these acts")
    ines.does_not_see(GIVEN, FAMILY, OFFENCE)
    ines.follows("Record that the letter was issued")
    ines.chooses("Prosecutor")
    ines.dates(datetime.now(UTC).date().isoformat(), into="On which day?")
    ines.presses("Record it")
    ines.sees("It is recorded.", "no answer yet")
    ines.follows("Back to the file")


def when_she_refers_the_file_to_the_bureau(ines: Person) -> None:
    ines.follows("Refer the file to the bureau")
    ines.presses("Refer the file")
    ines.sees("The file is with the bureau.", "which has not acknowledged it yet")


def the_file_she_opened(ines: Person) -> File:
    reference, pseudonym = ines.heading().rstrip("”").split(" “")
    return File(reference, pseudonym)


def then_she_reads_that_a_place_was_accepted(ines: Person, file: File) -> None:
    ines.opens(f"/files/{file.reference}/")
    ines.sees("A place was accepted.", "presumed victim", "First decision: presumed victim")
    ines.does_not_see(*SEALED)


def answers(ines: Person, question: str, answer: str) -> None:
    assert question in ines.heading()
    ines.chooses(answer)
    ines.presses("Continue")


def ticks(ines: Person, question: str, *answers: str) -> None:
    assert question in ines.heading()
    ines.ticks(*answers)
    ines.presses("Continue")


def knows(ines: Person, question: str, marks: dict[str, str]) -> None:
    assert question in ines.heading()
    for sign, mark in marks.items():
        ines.chooses(mark, about=sign)
    ines.presses("Continue")
