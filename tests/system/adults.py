"""Inès with two adults: one says yes and waits for a decision, one says no and is left in peace."""

from system.first_responder import SEEN, TOLD, answers, knows, ticks
from system.panel import says_what_she_found
from system.person import File, Person

LONG, UNPAID = "Far too many hours or days of work", "No pay, or hardly any"
CHANGED = "The working conditions are not what was promised"
PAPERS = "Someone else keeps the person’s papers"
FORM = "Forced labour"
GIVEN, ACCOUNT = "Wexandrine", "She said that the overseer Trombalque keeps her papers."
REASONS = "Papers kept, hours and pay documented by the labour inspector Quondrevil."
SEALED_HERE = (GIVEN, "Trombalque", "Quondrevil")


def when_she_screens_an_adult(ines: Person) -> None:
    answers(ines, "Is the person an adult or a child?", "Adult")
    answers(ines, "What is the person’s sex?", "Female")
    ticks(ines, "Which languages does the person speak well?", "English")
    ines.writes("0", into="How many people depend on the person")
    ines.presses("Continue")


def when_she_marks_signs_of_work_under_coercion(ines: Person) -> None:
    ticks(ines, "What did others do to bring the person here?", "Somebody recruited the person")
    ticks(ines, "Was the person deceived about what awaited them?", CHANGED)
    knows(ines, "How do you know about the deception?", {CHANGED: TOLD})
    ticks(ines, "Was the person forced to go?", "I don’t know")
    ticks(ines, "Did anyone take advantage of the person’s situation to recruit", "I don’t know")
    ticks(ines, "What are work and life like for the person?", LONG, UNPAID)
    knows(ines, "How do you know about the person’s work and life?", {LONG: TOLD, UNPAID: TOLD})
    ticks(ines, "What keeps the person from leaving?", PAPERS)
    knows(ines, "How do you know what keeps the person", {PAPERS: SEEN})
    ticks(ines, "Does anyone take advantage of the person’s situation to keep", "I don’t know")
    ticks(ines, "Which forms of exploitation do you suspect?", FORM)


def when_the_adult_says(ines: Person, word: str) -> None:
    answers(ines, "Does the person agree to be referred?", word)
    ticks(ines, "What does the person need tonight?", "Nothing tonight")
    ines.sees("Check your answers", FORM)
    ines.presses("See what to do now")
    ines.sees("What to do now", "It is no proof, and no score of a person.")


def when_she_opens_the_file(ines: Person) -> None:
    ines.follows("Open a file")
    ines.writes(ACCOUNT, into="What you saw, were told or read")
    ines.writes(GIVEN, into="Given name")
    ines.presses("Open the file")
    ines.sees("The file is open. Names and account are sealed.")
    ines.does_not_see(*SEALED_HERE)


def when_she_records_the_yes(ines: Person) -> None:
    ines.follows("Ask for consent: Identification by the competent authority")
    ines.picks("English", of="In which language was it explained?")
    ines.chooses("The bureau and the competent authority")
    ines.chooses("Signed on paper")
    ines.presses("Record the consent")
    ines.sees("The consent is recorded.")


def when_she_ends_it_at_the_adults_word(ines: Person) -> None:
    ines.follows("Refer the file to the bureau")
    ines.follows("The person does not want this")
    ines.sees("An adult may refuse.")
    ines.chooses("Give the bureau a notice without identity")
    ines.chooses("The adult declined")
    ines.presses("End without a referral")


def then_nothing_that_names_the_adult_was_sent(ines: Person) -> None:
    ines.sees("Nothing was sent that names the person.", "the bureau has a notice without identity")
    ines.does_not_see(*SEALED_HERE)


def notices_counted(adele: Person) -> int:
    """All that the bureau was told of without identity, as its page adds them up."""
    adele.opens("/files/notifications/")
    adele.does_not_see(*SEALED_HERE)
    rows = adele.page.locator("tbody tr").all()
    return sum(int(row.locator("td").last.inner_text()) for row in rows)


def then_the_bureau_reads_of_it_and_opens_nothing(adele: Person, file: File) -> None:
    adele.opens(f"/files/{file.reference}/")
    adele.sees("the bureau has a notice without identity")
    adele.is_refused(f"/files/{file.reference}/identity/")
    adele.is_refused(f"/files/{file.reference}/accounts/")


def when_she_decides_for_good(helene: Person, file: File) -> None:
    helene.opens(f"/files/{file.reference}/")
    helene.follows("Take the final decision")
    helene.chooses("Identified as a victim")
    helene.picks("The person is identified as a victim", of="Why?")
    says_what_she_found(helene, FORM)
    helene.writes(REASONS, into="Reasons in full")
    helene.presses("Record the decision")
    helene.sees("The decision is recorded.", "identified victim")
    helene.does_not_see(*SEALED_HERE)


def then_the_person_is_told_in_her_language(samir: Person, file: File) -> None:
    samir.signs_in()
    samir.opens(f"/files/{file.reference}/notice/")
    samir.chooses("English")
    with samir.page.expect_download() as coming:
        samir.page.get_by_role("button", name="Print the paper").click()
    assert coming.value.path().read_bytes().startswith(b"%PDF")
    samir.follows("Record that the person was told")
    samir.chooses("English", about="Language of the paper")
    samir.picks("English", of="In which language was the person told?")
    samir.chooses("Read aloud, and the paper handed over")
    samir.chooses("Nobody: the person reads")
    samir.presses("Record it")
    samir.sees("It is recorded that the person was told.", "identified victim")
    samir.does_not_see(*SEALED_HERE)
