"""Greta and Paulin, who run homes: what they read before and after a yes."""

from system.invented import GIVEN, SEALED
from system.person import File, Person

WORDS = "Female, age not sure, treated as a child. Speaks Romanian. Comes alone."


def given_an_offer_waits(provider: Person, service: str) -> None:
    provider.signs_in()
    provider.follows("Offers and places")
    provider.sees("Can we say yes?", WORDS, service)


def then_nothing_on_the_desk_says_who_it_is(provider: Person, file: File) -> None:
    provider.does_not_see(file.reference, file.pseudonym, *SEALED)
    provider.is_told_nothing_of(f"/files/{file.reference}/")


def when_he_declines_with_a_reason(paulin: Person, file: File) -> None:
    paulin.follows_at(WORDS, "No, and why")
    then_nothing_on_the_desk_says_who_it_is(paulin, file)
    paulin.presses("Decline the offer")
    paulin.sees("Something must be put right before you go on")
    paulin.chooses("No staff at this hour")
    paulin.presses("Decline the offer")
    paulin.sees("Declined. Thank you for the quick answer.")


def when_she_accepts(greta: Person) -> None:
    greta.shows("06-desk")
    greta.presses_at(WORDS, "Yes, we take this person")


def then_the_file_is_open_to_her_and_a_place_is_taken(greta: Person, file: File) -> None:
    greta.sees("Accepted. The file is now shared with your unit", file.reference)
    greta.follows(f"Open the file {file.reference}")
    greta.sees(file.pseudonym, "A place was accepted.")
    greta.does_not_see(*SEALED)


def when_she_opens_the_identity_with_a_purpose(greta: Person) -> None:
    greta.follows("Open with a purpose")
    greta.chooses("Keep the person safe")
    greta.presses("Open")
    greta.sees("Open on this screen only", GIVEN)
