"""Samir and a boy who wishes to go home: both places looked at, best for him, a year of asking."""

from system.person import File, Person
from system.recruited import day

# Days from now: the final decision and the return; a month after it; a year after it.
MONTH, MONTH_AFTER, YEAR_AFTER = 31, 64, 398
PLACE, WISH = "Sombrelieu, by the river", "I want to sleep in my own bed in Sombrelieu again."
RESTS_ON = "The service in Sombrelieu visited the house of his aunt Frelandine."
OPTIONS = "Back to his aunt Frelandine\nStay in the home until he is of age"
BEST = "He asked for it each week, and Frelandine keeps them away."
JOURNEY = "Frelandine meets him at the station and has the number of the home."
MONTH_LATER = "He goes to school in Sombrelieu and sleeps at Frelandine’s."
SEALED_HERE = ("Sombrelieu", "Frelandine")
RISKS = ("Protection", "Reach", "Family", "Living", "Health")
NO_DANGER, OPEN_QUESTION = "No danger, and it was looked at", "Nobody knows yet"
DECIDED, LEFT = "Record that the return is decided", "Record that the person travelled"


def when_he_writes_down_the_boys_wish(samir: Person, file: File) -> None:
    samir.opens(f"/files/{file.reference}/stay/")
    samir.sees("The person has not said that they wish to return; nobody presses them.")
    samir.follows("Record a wish to return")
    samir.ticks("On which grounds the person may stay", "That the risks in both places")
    samir.ticks("That the person may change their mind")
    samir.picks("Romanian", of="In which language?")
    samir.chooses("No", about="Is it the person’s own wish?")
    samir.writes(PLACE, into="Where do they wish to go?")
    samir.writes(WISH, into="What the person says about it")
    samir.presses("Record it")
    samir.sees("A return is voluntary: it begins with the person’s own wish.")
    samir.chooses("Yes", about="Is it the person’s own wish?")
    samir.presses("Record it")
    samir.sees("stands", "The risks are assessed first: those here and those there.")
    samir.does_not_see(*SEALED_HERE)


def decides_on_the_return(samir: Person) -> None:
    samir.follows(DECIDED)
    samir.picks("Romanian", of="In which language were they told")
    samir.chooses("Yes", about="Do they wish it still?")
    samir.writes(JOURNEY, into="How the journey and the first weeks are prepared")
    samir.presses("Record it")


def then_no_return_is_decided_because(samir: Person, sentence: str) -> None:
    decides_on_the_return(samir)
    samir.sees(sentence)
    samir.follows("Residence and return")
    samir.sees("No return is decided.")


def when_he_assesses(samir: Person, place: str, answer: str = NO_DANGER) -> None:
    samir.follows("Assess the risks in one place")
    samir.chooses(place, about="Which place?")
    for question in RISKS:
        samir.chooses(NO_DANGER, about=question)
    samir.chooses(answer, about="Reach")
    samir.writes(RESTS_ON, into="What each answer rests on")
    samir.presses("Record it")


def when_the_return_is_found_best(samir: Person, file: File) -> None:
    samir.opens(f"/files/{file.reference}/child/")
    samir.follows("Record a best-interests decision")
    samir.chooses("A return to another country")
    samir.writes(OPTIONS, into="Which ways are there?")
    samir.chooses("Yes", about="Was the child heard?")
    samir.writes(WISH, into="What the child said")
    samir.chooses("it is in the child’s best interests")
    samir.writes(BEST, into="What weighed most, and what speaks against it")
    samir.chooses("Child protection", about="Who decided?")
    samir.chooses("Yes", about="Does the guardian agree?")
    samir.presses("Record it")
    samir.sees("A child returns only where the guardian or a court found it best for the child.")
    samir.chooses("A court", about="Who decided?")
    samir.presses("Record it")
    samir.sees("A return to another country: it is in the child’s best interests. A court.")
    samir.does_not_see(*SEALED_HERE)


def when_the_return_is_decided(samir: Person, file: File) -> None:
    samir.opens(f"/files/{file.reference}/stay/")
    decides_on_the_return(samir)
    samir.sees("It is recorded.", "decided and prepared")
    samir.does_not_see(*SEALED_HERE)


def writes_down_the_travel(samir: Person) -> None:
    samir.follows(LEFT)
    samir.dates(day(MONTH), into="On which day did they leave?")
    samir.chooses("With the guardian")
    samir.presses("Record it")


def then_nobody_travels_unprepared(samir: Person) -> None:
    writes_down_the_travel(samir)
    samir.sees("Nobody has prepared the return with the child: plan that step, and close it.")


def when_the_guardian_prepares_it_with_him(samir: Person, file: File) -> None:
    samir.opens(f"/files/{file.reference}/child/")
    samir.follows("Plan an interview, a move or a step of a return")
    samir.chooses("a step of a return")
    samir.chooses("Who prepares a return", about="Who meets the child?")
    samir.dates(day(MONTH), into="On which day?")
    samir.presses("Record it")
    samir.follows("Record how it went")
    samir.chooses("it took place")
    samir.chooses("Yes", about="Was the guardian there")
    samir.ticks("What it is for was explained")
    samir.presses("Record it")
    samir.sees("Step of a return: Who prepares a return, it took place. With the guardian.")


def when_he_has_left_and_arrived(samir: Person, file: File) -> None:
    samir.opens(f"/files/{file.reference}/stay/")
    writes_down_the_travel(samir)
    samir.sees("With the guardian", "arrival to be confirmed")
    samir.follows("Confirm the arrival")
    samir.dates(day(MONTH - 1), into="On which day did they arrive?")
    samir.chooses("The service that receives the person there")
    samir.chooses("They met the person")
    samir.presses("Record it")
    samir.sees("Nobody arrives before they have left.")
    samir.dates(day(MONTH), into="On which day did they arrive?")
    samir.presses("Record it")
    samir.sees("The service that receives the person there. They met the person.")
    samir.sees("Ask how the person is, 1 month after the return", "in course")


def then_the_monitoring_does_not_end_before_its_months(samir: Person) -> None:
    samir.follows("End the monitoring")
    samir.presses("Record it")
    samir.sees("The monitoring runs until", "say why it ends before.")
    samir.follows("Residence and return")


def when_he_asks_after_a_month(samir: Person, file: File) -> None:
    samir.signs_in()
    samir.opens(f"/files/{file.reference}/")
    samir.sees("Ask how the person is, 1 month after the return", "late by")
    samir.sees("somebody is to ask")
    samir.follows("After the return")
    samir.chooses("Yes", about="Was the person reached?")
    samir.presses("Record it")
    samir.sees("The person was reached: say whether they are safe.")
    samir.picks("Safe", of="Are they safe, as they say?")
    samir.ticks("Education and training")
    samir.writes(MONTH_LATER, into="What the person says")
    samir.presses("Record it")
    samir.sees("Safe", "Education and training", "Ask how the person is, 3 months")
    samir.does_not_see(*SEALED_HERE)


def when_the_year_is_over(samir: Person, file: File) -> None:
    samir.signs_in()
    samir.opens(f"/files/{file.reference}/stay/")
    samir.follows("End the monitoring")
    samir.presses("Record it")
    samir.sees("Somebody was to ask how the person is, and has not reached them: say why it ends.")
    samir.follows("Residence and return")
    samir.follows("Record how the person is")
    samir.chooses("Yes", about="Was the person reached?")
    samir.picks("Safe", of="Are they safe, as they say?")
    samir.presses("Record it")
    samir.sees("each question was answered")
    samir.follows("End the monitoring")
    samir.presses("Record it")
    samir.sees("It is recorded.")
    samir.does_not_see(*SEALED_HERE)


def then_the_file_says_so(reader: Person, file: File) -> None:
    reader.opens(f"/files/{file.reference}/")
    reader.sees("The monitoring after the return ended")
    reader.does_not_see(*SEALED_HERE)
