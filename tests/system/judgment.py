"""Samir looks after an adult; Solène investigates and reads no word of what he keeps."""

from datetime import date, timedelta

from system import adults
from system.person import File, Person

WISH, NUMBER = "A room of her own near Brandelforge.", "0700 Quistrelle 12"
SEALED_HERE = (*adults.SEALED_HERE, "Brandelforge", "Quistrelle")
OFFICE = "Prosecutor"


def day(ahead: int = 0) -> str:
    return (date.today() + timedelta(days=ahead)).isoformat()  # noqa: DTZ011  as the browser's


def given_samir_looks_after_the_person(samir: Person, file: File) -> None:
    samir.signs_in()
    samir.opens(f"/files/{file.reference}/support/")
    samir.sees("Support", "to assess")


def when_he_assesses_and_agrees_a_plan(samir: Person) -> None:
    samir.follows("Assess needs and risks")
    samir.chooses("Nobody: they share a language")
    samir.picks("English", of="In which language did you speak?")
    for about in ("Is the person in danger?", "Is anybody of their family", "Is anybody in danger"):
        samir.chooses("No: it was looked at", about=about)
    samir.presses("Record it")
    samir.sees("Needs and risks", "assessed")
    samir.follows("Write a goal")
    samir.writes(WISH, into="What does the person want to reach?")
    samir.picks("Longer-term housing", of="Which kind of service helps there?")
    samir.page.get_by_role("group", name="Which unit answers").get_by_role("radio").first.check()
    samir.chooses("Yes", about="Does that unit give the service itself?")
    samir.dates(day(30), into="By when?")
    samir.presses("Record it")
    samir.follows("Agree the plan with the person")
    samir.chooses("In a talk, point by point")
    samir.picks("English", of="In which language?")
    samir.presses("Record it")
    samir.sees("Plan and goals", "agreed")
    samir.does_not_see("Brandelforge")


def when_he_hands_the_dossier_over(samir: Person, file: File) -> None:
    samir.opens(f"/files/{file.reference}/consent/?purpose=police")
    samir.picks("Passing information to the police or the prosecutor", of="For what?")
    samir.chooses("The bureau and the competent authority")
    samir.picks("English", of="In which language was it explained?")
    samir.chooses("Signed on paper")
    samir.presses("Record the consent")
    samir.opens(f"/files/{file.reference}/justice/")
    samir.follows("Hand over to who investigates")
    samir.chooses("Brelmarche police, trafficking inquiries")
    samir.presses("Record it")
    samir.sees("Brelmarche police, trafficking inquiries")


def when_she_brings_it_to_a_trial(solene: Person, file: File) -> None:
    solene.signs_in()
    solene.follows("Dossiers")
    solene.follows(file.reference)
    solene.opens(f"/justice/{file.reference}/proceedings/")
    solene.follows("Record that an office was told")
    solene.chooses(OFFICE)
    solene.ticks("Trafficking in persons")
    solene.dates(day(), into="On which day?")
    solene.presses("Record it")
    for stage in ("under investigation", "to be prosecuted", "charges brought"):
        solene.follows(f"Record a step: {OFFICE}")
        solene.chooses(stage)
        solene.dates(day(), into="On which day?")
        solene.presses("Record it")
    solene.follows(f"Record a hearing: {OFFICE}")
    solene.chooses("Trial")
    solene.dates(day(), into="On which day?")
    solene.ticks("A screen", "A support person beside")
    solene.chooses("No", about="Will a guardian be there?")
    solene.presses("Record it")
    solene.sees("Trial on")


def when_he_prepares_the_person(samir: Person, file: File) -> None:
    samir.opens(f"/files/{file.reference}/justice/")
    samir.sees("Charges brought", "Trial on", "To be done before it")
    samir.follows("Record what is prepared")
    samir.ticks("The person knows what will happen", "The way there and back is settled")
    samir.presses("Record it")


def when_the_court_has_judged(solene: Person, file: File) -> None:
    solene.opens(f"/justice/{file.reference}/proceedings/")
    solene.follows("Record how it went")
    solene.chooses("it took place")
    solene.ticks("A screen")
    solene.presses("Record it")
    solene.sees("Missing there: A support person beside.")
    solene.follows(f"Record a step: {OFFICE}")
    solene.chooses("hearings")
    solene.dates(day(), into="On which day?")
    solene.presses("Record it")
    solene.follows(f"Record a judgment: {OFFICE}")
    solene.dates(day(), into="On which day?")
    solene.picks("Trafficking in persons", of="Of which offence?")
    solene.chooses("convicted")
    solene.counts("48", into="Penalty, in months of prison")
    solene.chooses("Yes", about="Is anything confiscated?")
    solene.presses("Record it")
    solene.sees("convicted")


def then_no_word_of_the_file_was_open_to_her(solene: Person, file: File) -> None:
    solene.does_not_see(*SEALED_HERE)
    for part in ("", "support/", "identity/", "accounts/", "health/", "justice/"):
        assert solene.page.request.get(f"/files/{file.reference}/{part}").status in (403, 404)


def when_he_claims_and_the_fund_pays(samir: Person, file: File) -> None:
    samir.opens(f"/files/{file.reference}/justice/")
    samir.sees("convicted")
    samir.follows("Record a claim for compensation")
    samir.chooses("A fund of the State")
    samir.counts("900", into="How much?")
    samir.writes("EUR", into="Currency")
    samir.dates(day(), into="On which day?")
    samir.presses("Record it")
    for state, amount in (("awarded", "600"), ("paid", "600")):
        samir.follows("Record what became of the claim")
        samir.chooses(state)
        samir.counts(amount, into="Amount awarded or paid")
        samir.dates(day(), into="On which day?")
        samir.presses("Record it")
    samir.sees("Awarded: ", "Paid: ", "600")
    assert samir.page.request.get(f"/justice/{file.reference}/offenders/").status in (403, 404)


def when_support_ends_with_a_safe_contact(samir: Person, file: File) -> None:
    samir.opens(f"/files/{file.reference}/support/")
    samir.follows("Record a safe contact")
    samir.chooses("By telephone")
    samir.writes(NUMBER, into="Number, address or place")
    samir.picks("In the mornings", of="When is it safe?")
    samir.picks("The person alone", of="Who may answer?")
    samir.chooses("No", about="May a message be left?")
    samir.presses("Record it")
    samir.follows("Record how support ends")
    samir.chooses("What the person wanted is reached")
    samir.chooses("Yes", about="Does the person know whom to call later?")
    samir.chooses("Yes", about="May somebody ask later how the person is?")
    samir.presses("Record it")
    samir.sees("support has ended")
    samir.does_not_see(*SEALED_HERE)


def then_he_asks_how_the_person_is(samir: Person, file: File) -> None:
    samir.signs_in()
    samir.opens(f"/files/{file.reference}/support/")
    samir.follows("Record a follow-up")
    samir.page.get_by_role("radio", name="The person was reached", exact=True).check()
    samir.picks("No: it was looked at, and nothing speaks for it", of="Is the person in danger?")
    samir.picks("Lasting", of="Housing")
    samir.chooses("No", about="Does the person want help again?")
    samir.presses("Record it")
    samir.sees("The person was reached")
    samir.does_not_see(*SEALED_HERE)
