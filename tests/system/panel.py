"""Hélène, member of the Identification Panel."""

from system.person import File, Person

FORM = "Forced criminality"
REASONS = "Signs seen and documented; the age is open, doubt protects."


def given_a_first_decision_is_due(helene: Person, file: File) -> None:
    helene.signs_in()
    helene.follows_at(file.reference, "First decision")
    helene.sees("possible victim", "the competent authority decides on the first step")


def when_she_decides_that_there_are_reasonable_grounds(helene: Person, form: str = FORM) -> None:
    helene.follows("Take the first decision")
    helene.sees("Identification does not depend on the person's testimony")
    helene.chooses("There are reasonable grounds: presumed victim")
    helene.picks("There are reasonable grounds", of="Why?")
    says_what_she_found(helene, form)
    helene.writes(REASONS, into="Reasons in full")
    helene.shows("07-decision")
    helene.presses("Record the decision")


def then_the_protected_period_runs(helene: Person) -> None:
    helene.sees("The decision is recorded.", "presumed victim", "Recovery and reflection period")
    helene.sees("the protected period runs and nobody may shorten it")
    helene.does_not_see(REASONS)


def when_she_tries_to_decide_for_good_at_once(helene: Person, form: str = FORM) -> None:
    helene.follows("Take the final decision")
    helene.chooses("Identified as a victim")
    helene.picks("The person is identified as a victim", of="Why?")
    says_what_she_found(helene, form)
    helene.writes(REASONS, into="Reasons in full")
    helene.presses("Record the decision")


def then_it_is_refused_with_a_sentence_and_nothing_changes(helene: Person) -> None:
    helene.sees("The protected period runs until", "no final decision before its end.")
    helene.follows("Back to the file")
    helene.sees("presumed victim", "Recovery and reflection period", "Take the final decision")


def says_what_she_found(helene: Person, form: str) -> None:
    helene.picks("Found", of=form)
    helene.writes("2026", into=f"{form}: from")
    helene.ticks("Signs of the screening", "What the person said")
