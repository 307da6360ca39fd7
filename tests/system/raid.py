"""Twelve people on one ship: a file for each, and one of them was met before."""

import re

from system.person import File, Person

# How the raid's list writes them; two were met before, and one of these under another spelling.
WARD, NAMESAKE = "Quorvandel Ellimbrosa", "Tisserande Wolmquist"
SISTERS = ("Ysaldune Breskovar, 2010", "Mirvalde Breskovar, 2012")
OTHERS = (
    "Hagenoir Pluvistal, 1988", "Drumond Askelvir, 1990~", "Fenwic Ostrabel", "Jolvane Kertuzon",
    "Nestorin Vaguelmas, 1979", "Rascombe Delvinter", "Sybelline Ortequand, 2001",
)  # fmt: skip
WARD_BEFORE, NAMESAKE_BEFORE = ("Quorvandelle", "Ellimbrossa"), ("Tisserande", "Wolmquist")
BORN, NAMESAKE_BORN = "1989-02-28", "1996-05-04"
SHIP = "Below deck of the Drosmeline, behind the nets; nobody may go ashore."
MET_BEFORE = "Slept on the quay of Vauquelune and asked for work on a ship."
SEALED_HERE = (
    "Quorvandel", "Ellimbros", "Tisserande", "Wolmquist", "Breskovar", "Pluvistal", "Askelvir",
    "Ostrabel", "Kertuzon", "Vaguelmas", "Delvinter", "Ortequand", "Drosmeline", "Vauquelune",
)  # fmt: skip
CREW = 12
REFERENCE = re.compile(r"A-\d{4}-\d{5}")
SAME_PERSON = "It is the same person: merge the files"


def list_of_the_raid(birth: str) -> str:
    """One a line; `birth` as the namesake's was written down on deck."""
    return "\n".join((f"{WARD}, {BORN}", f"{NAMESAKE}, {birth}", *SISTERS, *OTHERS))


def given_somebody_was_met_before(officer: Person, names: tuple[str, str], born: str) -> File:
    officer.signs_in()
    officer.follows("Files")
    officer.follows("Note a signal")
    officer.chooses("No, or not known", about="Is somebody in danger now?")
    officer.chooses("An inspection or a control")
    officer.writes(MET_BEFORE, into="What was said or seen")
    officer.presses("Note the signal")
    file = the_file_on_screen(officer)
    officer.follows("Open with a purpose")
    officer.chooses("Keep the person safe")
    officer.presses("Open")
    officer.follows("Correct")
    officer.writes(names[0], into="Given name")
    officer.writes(names[1], into="Family name")
    officer.dates(born, into="Date of birth")
    officer.presses("Seal the correction")
    records_the_ground(officer, "Identification by the competent authority")
    officer.does_not_see(*SEALED_HERE)
    return file


def records_the_ground(officer: Person, purpose: str) -> None:
    officer.follows(f"Record the ground: {purpose}")
    officer.chooses("Best interests of the child")
    officer.presses("Record the ground")


def the_file_on_screen(person: Person) -> File:
    reference, pseudonym = person.heading().rstrip("”").split(" “")
    return File(reference, pseudonym)


def when_she_lists_whom_she_found(ines: Person) -> list[str]:
    """The references of all, in the order of the list: the first is on the screen."""
    ines.follows("Files")
    ines.follows("Several people at one place")
    ines.chooses("No, or not known", about="Is somebody in danger now?")
    ines.chooses("An inspection or a control")
    ines.writes(list_of_the_raid("in spring"), into="Who was found")
    ines.counts("1", into="How many more, without a name")
    ines.writes(SHIP, into="What was said or seen")
    ines.presses("Open a file for each")
    ines.sees("“in spring” is no date: write 2004-02-29, or the year alone, or 2004~ for about.")
    ines.writes(list_of_the_raid("1999~"), into="Who was found")
    ines.presses("Open a file for each")
    ines.sees("Each has a file, numbered in the order of your list; the files are linked.")
    ines.does_not_see(*SEALED_HERE)
    return sorted(references(ines))


def references(person: Person) -> set[str]:
    return set(REFERENCE.findall(person.page.locator("main").inner_text()))


def then_each_has_a_file_of_their_own(ines: Person, crew: list[str]) -> None:
    assert len(crew) == CREW
    for reference in (crew[1], crew[-1]):
        ines.opens(f"/files/{reference}/links/")
        assert references(ines) == set(crew)
        ines.sees("Nobody has looked yet whether this person is known already.")


def when_she_looks_whether_he_is_known(person: Person, reference: str) -> None:
    person.opens(f"/files/{reference}/links/")
    person.follows("Look for possible duplicates")
    person.presses("Look")
    person.does_not_see(*SEALED_HERE)


def then_she_reads_of_the_file_before(ines: Person, before: File) -> None:
    ines.sees(before.reference, "the names agree in another spelling, the same date of birth")
    ines.sees("No name is shown here.")


def when_she_proposes_to_merge(ines: Person, reference: str, before: File, ground: str) -> None:
    when_she_looks_whether_he_is_known(ines, reference)
    ines.follows(SAME_PERSON)
    ines.sees("This file", reference, "The other file", before.reference)
    ines.chooses("The other one: this file is continued there")
    ines.chooses(ground)
    ines.presses("Record it")
    ines.sees("It was proposed to continue this file in another one", "waits for a second person")


def then_she_does_not_decide_alone(ines: Person) -> None:
    ines.opens("/two-persons/")
    ines.sees("Nothing waits for your decision", "Two files are about one person")


def when_a_second_person_agrees(adele: Person, *about: str) -> None:
    adele.opens("/two-persons/")
    adele.follows_at(about[0], "Two files are" if len(about) > 1 else "The file")
    adele.sees("You are the second person", *about)
    adele.does_not_see(*SEALED_HERE)
    adele.chooses("Approve: it is done at once")
    adele.presses("Record the decision")
    adele.sees("Your decision is recorded.")


def then_the_file_goes_on_in_the_one_before(ines: Person, crew: list[str], before: File) -> None:
    ines.opens(f"/files/{crew[0]}/")
    ines.sees("This file is continued in another one", "Nothing to do for you here")
    ines.does_not_see("See to a signal")
    ines.opens(f"/files/{crew[0]}/accounts/add/")
    ines.writes("He is tired.", into="What was seen, said or documented")
    ines.presses("Seal the account")
    ines.sees("This file is continued in another one: write there, or undo the merge.")
    ines.opens(f"/files/{before.reference}/links/")
    ines.sees("Continued here")
    assert references(ines) == {before.reference, *crew}


def when_she_proposes_to_undo_it(ines: Person, reference: str) -> None:
    ines.opens(f"/files/{reference}/links/")
    ines.follows("Undo the merge")
    ines.chooses("a document shows it")
    ines.presses("Record it")
    ines.sees("It was proposed that this file stands by itself again", "waits for a second person")


def then_the_file_is_as_it_was(ines: Person, crew: list[str], before: File) -> None:
    ines.opens(f"/files/{crew[0]}/")
    ines.sees("See to a signal", "Begin the screening")
    ines.opens(f"/files/{before.reference}/links/")
    ines.sees("No link to another file that you may see.")


def then_nobody_she_may_see_is_the_namesake(ines: Person, reference: str) -> None:
    when_she_looks_whether_he_is_known(ines, reference)
    ines.sees("No other file seems to be this person’s", "The person may be known to others")
    ines.opens(f"/files/{reference}/")
    records_the_ground(ines, "Identification by the competent authority")


def when_the_bureau_tells_the_namesakes_apart(adele: Person, reference: str, other: File) -> None:
    when_she_looks_whether_he_is_known(adele, reference)
    adele.sees(other.reference, "the names agree, years of birth near each other")
    adele.follows("It is not the same person")
    adele.sees("This file", reference, "The other file", other.reference)
    adele.presses("Record it")
    adele.sees("Not the same person", other.reference)
    when_she_looks_whether_he_is_known(adele, reference)
    adele.sees("No other file seems to be this person’s")


def then_the_other_unit_learns_nothing(reader: Person, own: str, other: str) -> None:
    reader.opens(f"/files/{own}/links/")
    reader.does_not_see(other, "Not the same person", *SEALED_HERE)
    reader.is_told_nothing_of(f"/files/{other}/")
    reader.is_told_nothing_of(f"/files/{other}/links/")


def when_she_links_the_sisters(ines: Person, crew: list[str], stranger: File) -> None:
    ines.opens(f"/files/{crew[2]}/links/")
    ines.follows("Link another file")
    ines.writes(stranger.reference, into="Reference of the other file")
    ines.chooses("family")
    ines.presses("Record it")
    ines.sees("There is no such file, or it is not open to you.")
    ines.writes(crew[3], into="Reference of the other file")
    ines.presses("Record it")
    ines.sees("Say how they are related.")
    ines.picks("brothers or sisters", of="How are they related?")
    ines.presses("Record it")
    ines.sees("family: brothers or sisters")


def when_she_seeks_a_bed_for_one_of_them(ines: Person, reference: str, home: str) -> None:
    ines.opens(f"/files/{reference}/")
    records_the_ground(ines, "Shelter and support")
    ines.follows("Find a place tonight")
    ines.presses("Show who can take the person")
    ines.presses_at(home, "Offer without identity")
    ines.sees(f"Offered to {home}, without identity.")


def when_the_home_says_yes(greta: Person, reference: str, others: list[str]) -> None:
    greta.signs_in()
    greta.follows("Offers and places")
    greta.does_not_see(reference, *others, *SEALED_HERE)
    greta.presses_at("age not sure, treated as a child", "Yes, we take this person")
    greta.sees("Accepted. The file is now shared with your unit", reference)


def then_the_home_learns_of_nobody_else(greta: Person, reference: str, others: list[str]) -> None:
    for part in ("", "links/", "child/", "events/"):
        greta.opens(f"/files/{reference}/{part}")
        greta.does_not_see(*others, "found together", "brothers or sisters", *SEALED_HERE)
    greta.opens(f"/files/{reference}/links/")
    greta.sees("No link to another file that you may see.")
    for other in others:
        greta.is_told_nothing_of(f"/files/{other}/")
