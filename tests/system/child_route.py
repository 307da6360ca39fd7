"""Inès walks the Child route with a girl whose age is not sure; Adèle decides on the age."""

from system.person import File, Person

GUARDIAN, REACHED = "Thornequilde", "Mornings, through the desk of Aubrelinde."
SAID = "I want to stay where Vestrapine is, she is like a sister."
OPTIONS = "With Vestrapine in the home for girls\nIn a family in the hills"
REASONS = "Nobody else is near to her; Vestrapine was asked and agrees."
SEALED_THERE = (GUARDIAN, "Aubrelinde", "Vestrapine")


def given_she_opens_the_child_route(ines: Person) -> None:
    ines.follows("Open the Child route")
    ines.sees("Protected as a child", "What the child is due", "nobody yet", "risk to answer")
    ines.shows("12-child-route")


def when_she_asks_for_a_guardian_and_learns_who_it_is(ines: Person) -> None:
    ines.follows("Ask for a guardian")
    ines.chooses("The office for guardianship")
    ines.presses("Record it")
    ines.sees("asked for", "No interview before somebody is there")
    ines.follows("Record who the guardian is")
    ines.chooses("The office for guardianship")
    ines.chooses("None was found")
    ines.writes(GUARDIAN, into="Name of the guardian")
    ines.writes(REACHED, into="How to reach the guardian")
    ines.presses("Record it")
    ines.sees("A guardian was appointed")


def when_she_tells_the_girl_what_goes_on(ines: Person) -> None:
    ines.follows("Record what the child was told")
    ines.ticks("The rights that a child has", "What the child may say no to")
    ines.picks("Romanian", of="In which language?")
    ines.chooses("in a talk, in plain words")
    ines.chooses("Somebody who speaks")
    ines.chooses("Yes")
    ines.presses("Record it")
    ines.sees("Romanian, in a talk, in plain words", "The child said it back.")


def when_she_plans_an_interview(ines: Person, day: str) -> None:
    ines.follows("Plan an interview, a move or a step of a return")
    ines.chooses("an interview")
    ines.chooses("The police")
    ines.dates(day, into="On which day?")
    ines.presses("Record it")
    ines.sees("Interview: The police, still open", "to close")


def then_it_does_not_close_without_guardian_or_reason(ines: Person) -> None:
    ines.follows("Record how it went")
    ines.chooses("it took place")
    ines.chooses("No", about="Was the guardian there")
    ines.presses("Record it")
    ines.sees("A child is not met without a guardian: say who was there, or why nobody was.")


def when_she_says_that_the_guardian_was_there(ines: Person) -> None:
    ines.chooses("Yes", about="Was the guardian there")
    ines.ticks("A room made for children, and no uniform", "Short, with breaks")
    ines.presses("Record it")
    ines.sees("With the guardian.", "Lacked then", "none is open")


def when_she_records_what_is_best_for_the_girl(ines: Person) -> None:
    ines.follows("Record a best-interests decision")
    ines.chooses("Where the child lives")
    ines.writes(OPTIONS, into="Which ways are there?")
    ines.chooses("Yes", about="Was the child heard?")
    ines.writes(SAID, into="What the child said")
    ines.chooses("it is in the child’s best interests")
    ines.writes(REASONS, into="What weighed most, and what speaks against it")
    ines.chooses("The guardian")
    ines.chooses("Yes", about="Does the guardian agree?")
    ines.presses("Record it")
    ines.sees("Where the child lives: it is in the child’s best interests", "The child was heard.")
    ines.does_not_see(*SEALED_THERE)
    ines.shows("13-child-route-done")


def then_the_girls_words_open_with_a_purpose(ines: Person) -> None:
    ines.follows("Open what is sealed here")
    ines.does_not_see(*SEALED_THERE)
    ines.chooses("Keep the person safe")
    ines.presses("Open")
    ines.sees(SAID, GUARDIAN)


def when_she_comes_back_to_the_file(ines: Person, file: File) -> None:
    ines.opens(f"/files/{file.reference}/")


def when_the_bureau_decides_on_the_age(adele: Person, file: File) -> None:
    adele.signs_in()
    adele.opens(f"/files/{file.reference}/child/")
    adele.follows("Record a decision on the age")
    adele.chooses("A child", about="What was decided?")
    adele.chooses("The child protection authority")
    adele.ticks("An assessment by several professions")
    adele.chooses("Yes", about="Did the person consent")
    adele.chooses("Yes", about="Did the guardian consent")
    adele.chooses("Yes", about="Was the benefit of the doubt applied?")
    adele.picks("Romanian", of="In which language was it explained?")
    adele.presses("Record it")


def then_the_girl_is_a_child_and_nobody_reads_her_words(adele: Person) -> None:
    adele.sees("Decision on the age: a child", "applied")
    adele.does_not_see(*SEALED_THERE)
