"""A boy recruited to carry drugs: asked for not to be punished, and sent out of the courts."""

from datetime import date, timedelta

from system.first_responder import answers, ticks
from system.panel import FORM, says_what_she_found
from system.person import File, Person

GIVEN, FAMILY = "Tanguelor", "Vespermann"
ACCOUNT = "He said that the ferryman Kolbrandin gave him the parcels and counted the money."
SAID = "Kolbrandin said that I am one of them now and may not leave."
REASONS = "Parcels, messages and the debt book of Kolbrandin; no word of the boy was needed."
GUARDIAN = "Aldemare Wistergaard"
SEALED_HERE = (GIVEN, FAMILY, "Kolbrandin", "Wistergaard")
INQUIRIES = "Brelmarche police, trafficking inquiries"
OUT_OF_COURT = "Measures outside the courts"


def day(ahead: int = 0) -> str:
    return (date.today() + timedelta(days=ahead)).isoformat()  # noqa: DTZ011  as the browser's


def when_she_meets_a_boy(ines: Person) -> None:
    answers(ines, "Is the person an adult or a child?", "Child (under 18)")
    answers(ines, "What is the person’s sex?", "Male")
    ticks(ines, "Which languages does the person speak well?", "Romanian")
    ines.writes("0", into="How many people depend on the person")
    ines.presses("Continue")


def when_she_opens_his_file(ines: Person) -> None:
    ines.presses("See what to do now")
    ines.follows("Open a file")
    ines.writes(ACCOUNT, into="What you saw, were told or read")
    ines.writes(GIVEN, into="Given name")
    ines.writes(FAMILY, into="Family name")
    ines.presses("Open the file")
    ines.sees("The file is open. Names and account are sealed.", "treated as a child")
    ines.does_not_see(*SEALED_HERE)


def when_she_records_who_recruited_him(ines: Person) -> None:
    ines.follows("Open the Child route")
    ines.sees("Nothing says so. A recruited child is a child first.")
    ines.follows("Record that a group recruited the child")
    ines.sees("Name no group: what the police know stays there.")
    ines.chooses("An organised criminal group")
    ines.picks("Through friends", of="How was the child recruited?")
    ines.chooses("No", about="Did the child come back from abroad?")
    ines.writes(SAID, into="What the child said about it")
    ines.presses("Record it")
    says_where_proceedings_stand(ines, "Charged")
    ines.sees(
        "An organised criminal group", "Through friends", "Charged (Prosecutor", "not recorded"
    )
    ines.does_not_see(*SEALED_HERE)


def says_where_proceedings_stand(writer: Person, standing: str) -> None:
    writer.follows("Record where proceedings against the child stand")
    writer.chooses(standing)
    writer.chooses("Prosecutor", about="Who says so?")
    writer.presses("Record it")


def when_she_comes_back_to_the_file(ines: Person, file: File) -> None:
    ines.opens(f"/files/{file.reference}/")


def given_samir_looks_after_him(samir: Person, file: File) -> None:
    samir.signs_in()
    samir.follows("Non-punishment")
    samir.follows(file.reference)
    samir.sees("Carrying or selling drugs", "Charges brought", "no answer yet")


def when_the_prosecutor_agrees_and_diverts_him(samir: Person) -> None:
    samir.follows("Record the answer: Prosecutor")
    samir.page.get_by_role("radio", name="Agreed", exact=True).check()
    samir.dates(day(), into="On which day?")
    samir.presses("Record it")
    samir.sees("Agreed", "Record how it ended for the person")
    samir.follows("Record how it ended for the person")
    samir.chooses(OUT_OF_COURT)
    samir.dates(day(), into="On which day?")
    samir.presses("Record it")
    samir.sees("How it ended", OUT_OF_COURT)


def then_victim_and_proceedings_stand_apart(samir: Person, file: File) -> None:
    """What is decided of the one leaves the other as it is."""
    samir.opens(f"/files/{file.reference}/child/")
    samir.sees("Charged (Prosecutor")
    says_where_proceedings_stand(samir, OUT_OF_COURT)
    samir.sees(f"{OUT_OF_COURT} (Prosecutor")
    samir.follows("Record whether the child is recognised as a victim")
    samir.chooses("Not decided")
    samir.chooses("The authority competent for identification")
    samir.presses("Record it")
    samir.sees("Not decided (The authority competent", f"{OUT_OF_COURT} (Prosecutor")


def when_he_hands_the_recruiters_to_the_police(samir: Person, file: File) -> None:
    samir.opens(f"/files/{file.reference}/justice/")
    samir.follows("Hand over to who investigates")
    samir.chooses(INQUIRIES)
    samir.presses("Record it")
    samir.sees("Record the person’s consent to tell the police, or the ground that replaces it.")
    samir.opens(f"/files/{file.reference}/ground/?purpose=police")
    samir.chooses("Best interests of the child")
    samir.presses("Record the ground")
    samir.opens(f"/files/{file.reference}/justice/")
    samir.follows("Hand over to who investigates")
    samir.chooses(INQUIRIES)
    samir.presses("Record it")
    samir.sees(INQUIRIES)


def then_she_investigates_them_and_reads_nothing_of_him(solene: Person, file: File) -> None:
    solene.signs_in()
    solene.follows("Dossiers")
    solene.follows(file.reference)
    solene.sees("Treated as a child", FORM)
    solene.does_not_see(*SEALED_HERE, OUT_OF_COURT)
    for part in ("", "child/", "non-punishment/", "identity/", "accounts/", "stay/"):
        assert solene.page.request.get(f"/files/{file.reference}/{part}").status in (403, 404)
    assert solene.page.request.get("/justice/non-punishment/").status == 403


def when_nobody_who_works_where_he_lives_becomes_his_guardian(samir: Person, file: File) -> None:
    samir.opens(f"/files/{file.reference}/child/")
    samir.follows("Record who the guardian is")
    samir.chooses("The office for guardianship")
    samir.chooses("They work where the child lives")
    samir.writes(GUARDIAN, into="Name of the guardian")
    samir.presses("Record it")
    samir.sees("Whoever has a conflict of interest cannot speak for this child: ask for another.")
    samir.chooses("None was found")
    samir.presses("Record it")
    samir.sees("A guardian was appointed")
    samir.does_not_see(*SEALED_HERE)


def when_she_recognises_him(helene: Person, file: File) -> None:
    helene.signs_in()
    helene.opens(f"/files/{file.reference}/")
    helene.follows("Take the final decision")
    helene.chooses("Identified as a victim")
    helene.picks("The person is identified as a victim", of="Why?")
    says_what_she_found(helene, FORM)
    helene.writes(REASONS, into="Reasons in full")
    helene.presses("Record the decision")
    helene.sees("The decision is recorded.", "identified victim")
    helene.does_not_see(*SEALED_HERE)
