"""Adèle, coordinator at the national bureau, at her desk."""

from system.invented import SEALED
from system.person import File, Person

GIRLS = "Nestrelle, home for girls aged 12 to 17"
ADOLESCENTS = "Mole House, home for adolescents"
MEN = "Mole House, house for men"


def given_she_sees_what_is_due(adele: Person, file: File) -> None:
    adele.opens("/demo/")
    adele.sees("Who do you want to be?", "One report", "One answer")
    adele.shows("01-sign-in")
    adele.signs_in()
    adele.sees("Good day, Adèle", "Acknowledge the file")
    adele.shows("10-home")
    adele.follows("All that is due")
    adele.follows("Next")  # a day from now, behind what others wait for
    adele.sees("Acknowledge the file", file.reference)


def when_she_looks_for_a_place_tonight(adele: Person, file: File) -> None:
    adele.follows_at(file.reference, "Acknowledge the file")
    adele.sees("possible victim", "The age is not sure")
    adele.does_not_see(*SEALED)
    adele.follows("Find a place tonight")
    adele.sees("What a service will read", "Female, age not sure, treated as a child.")
    adele.presses("Show who can take the person")


def then_she_reads_which_services_fit_and_why(adele: Person) -> None:
    fits = adele.page.locator("#fits").inner_text()
    assert GIRLS in fits
    assert ADOLESCENTS in fits
    assert MEN not in fits
    adele.sees("speaks the person's language", "is open at this hour")
    adele.page.locator("#others > summary").click()
    others = adele.page.locator("#others").inner_text()
    assert MEN in others
    assert "takes adults only, and the person is, or may be, a child" in others


def when_she_offers_the_need_to_two_without_identity(adele: Person) -> None:
    for service in (ADOLESCENTS, GIRLS):
        adele.presses_at(service, "Offer without identity")
        adele.sees(f"Offered to {service}, without identity.")
    adele.shows("05-place")


def then_she_sees_the_refusal_and_the_place(adele: Person) -> None:
    adele.opens(adele.page.url)
    offers = adele.page.locator("#offers").inner_text()
    assert "No staff at this hour" in offers
    adele.sees("a place was accepted", "declined", "accepted")


def when_she_acknowledges_the_file_and_shares_it(adele: Person) -> None:
    adele.follows("Back to the file")
    when_she_acknowledges_the_file(adele)


def when_she_acknowledges_the_file(adele: Person) -> None:
    adele.follows("Acknowledge the file")
    adele.presses("Acknowledge")
    adele.sees("Something must be put right before you go on")
    adele.picks("Identification Panel (Identification Panel)", of="Who decides")
    adele.picks("Ombrevane, casework (Ombrevane House)", of="Who looks after the person?")
    adele.presses("Acknowledge")


def then_the_file_is_open_to_those_two_and_the_home(adele: Person) -> None:
    adele.sees("The file is acknowledged and shared.", "A place was accepted.")
    shares = adele.page.locator("section", has_text="Who may see this file").last.inner_text()
    for unit in ("Identification Panel", "Ombrevane, casework", "Nestrelle, homes in the capital"):
        assert unit in shares
    assert "Mole House" not in shares, "a service that declined has no part in the file"
    adele.does_not_see(*SEALED)
    adele.shows("04-case")
