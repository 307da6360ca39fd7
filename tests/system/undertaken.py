"""What was undertaken: five texts come in, what is asked is followed up, and an answer goes out."""

import re
from pathlib import Path

from playwright.sync_api import expect

from amparo.commitments.datafiles import TEXTS
from system.person import Person

# How many operative paragraphs, of the preamble, and decisions the five files hold.
READ = {"operative paragraph": 121, "of the preamble": 127, "decision": 3}
THE_DAY = "2026-11-21"
PAGES = 1000  # bytes of a PDF that holds at least one
PARAGRAPH = "/commitments/S0/5/"
MINISTRY, ACTION = "Ministry of Homes", "Open the referral desk at the port"


def given_she_signs_in(adele: Person) -> None:
    adele.signs_in()
    adele.opens("/commitments/")
    adele.sees("Who asks what of whom, and by when?")


def when_she_brings_the_five_files(adele: Person) -> dict[str, int]:
    """Each is read, compared and let in; how many paragraphs of each kind were read."""
    read = dict.fromkeys(READ, 0)
    for file in sorted(TEXTS.glob("*.txt")):
        parts = _brought(adele, file)
        for kind, number in _counted(adele).items():
            read[kind] += number
        for place in range(parts):
            adele.page.locator("ul.tasks a").nth(place)
            _let_in(adele, place)
    return read


def _brought(adele: Person, file: Path) -> int:
    adele.opens("/commitments/loading/")
    adele.page.set_input_files("input[type=file]", str(file))
    adele.presses("Read it")
    adele.sees("Look at each of them")
    return adele.page.locator("ul.tasks li").count()


def _counted(adele: Person) -> dict[str, int]:
    text = adele.page.locator("ul.tasks").inner_text()
    found = dict.fromkeys(READ, 0)
    for number, kind in re.findall(r"(\d+) (operative paragraph|of the preamble|decision)", text):
        found[kind] += int(number)
    return found


def _let_in(adele: Person, place: int) -> None:
    here = adele.page.url
    with adele.page.expect_navigation():
        adele.page.locator("ul.tasks a").nth(place).click()
    adele.look()
    adele.presses("Let it enter")
    adele.sees("The text is in: what it asks can be followed up.")
    adele.opens(here)


def when_she_corrects_what_a_paragraph_asks(adele: Person) -> None:
    """S0 ¶6 was meant for the police: what she says is kept when the file comes again."""
    file = next(iter(sorted(TEXTS.glob("s0*"))))
    _brought(adele, file)
    adele.follows("S0")
    with adele.page.expect_navigation():
        adele.page.get_by_role("link", name="Correct what it asks 6").click()
    adele.look()
    adele.page.get_by_label("By when").first.fill("yearly:09-01")
    adele.presses("Save")
    adele.sees("corrected")
    adele.shows("commitments/compare-with-the-text")
    adele.presses("Let it enter")
    _brought(adele, file)
    adele.sees("1 correction", "This very file was brought before")


def then_the_five_texts_are_read_whole(read: dict[str, int]) -> None:
    assert read == READ


def then_she_sees_what_is_asked_of_the_country(adele: Person) -> None:
    adele.opens("/commitments/asked/")
    adele.sees("What is asked of us, and who answers for it?", "S0 ¶5", "urges · Member States")
    adele.shows("commitments/asked-of-us")


def then_the_due_list_knows_the_calendar(adele: Person) -> None:
    """On 21 November 2026 S4-I ¶27 is open, and the next appraisal is in 2029."""
    adele.opens(f"/commitments/due/?on={THE_DAY}")
    now = adele.page.locator("section").filter(has_text="Open now").first
    expect(now).to_contain_text("S4-I ¶27")
    coming = adele.page.locator("section").filter(has_text="Next").last
    expect(coming).to_contain_text("S2 ¶4")
    expect(coming).to_contain_text("2029")
    adele.shows("commitments/due-list")


def when_she_puts_somebody_in_charge(adele: Person) -> None:
    adele.opens("/commitments/institutions/")
    adele.follows("Add an institution")
    adele.writes(MINISTRY, into="Name in English")
    adele.writes("Ministère des foyers", into="Name in French")
    adele.presses("Add the institution")
    adele.opens(PARAGRAPH)
    adele.page.locator("a[href$='/charge/']").first.click()
    adele.picks(MINISTRY, of="Who answers for it?")
    adele.presses("Put it in charge")
    adele.sees(MINISTRY)
    adele.page.locator("a[href$='/progress/']").first.click()
    adele.chooses("under way")
    adele.writes("The mechanism runs in two regions.", into="Why do you say so?")
    adele.presses("Save where it stands")


def when_she_takes_an_action_that_answers_two_asks(adele: Person) -> None:
    adele.opens(PARAGRAPH)
    adele.page.locator("a[href*='/actions/new/']").first.click()
    adele.writes(ACTION, into="What is done, in a few words")
    adele.picks(MINISTRY, of="Who does it?")
    adele.chooses("under way")
    adele.presses("Take this action")
    adele.sees(ACTION, "S0 ¶5")
    adele.page.get_by_label("Words in the ask").fill("S1 ¶11")
    adele.presses("Look")
    adele.presses_at("S1 ¶11", "It answers this")
    adele.sees("S0 ¶5", "S1 ¶11")


def when_she_keeps_the_figure_of_the_paragraph(adele: Person) -> None:
    """The live figure of S0 ¶5, as it stands on the day of the report."""
    adele.opens(PARAGRAPH)
    adele.page.locator("a[href$='/evidence/figure/']").first.click()
    chosen = adele.page.get_by_role("combobox", name="Which figure?")
    chosen.select_option(index=1)
    adele.presses("Keep a figure as it stands today")
    adele.sees("files were opened.", "Today it is the same.")
    adele.shows("commitments/paragraph")


def then_the_public_reads_what_was_published(adele: Person, stranger: Person) -> None:
    address = adele.page.url
    stranger.opens("/public/commitments/")
    stranger.sees("Nothing is published yet")
    adele.ticks("I have read all of it")
    adele.presses("Put it on the page for everybody")
    stranger.opens("/public/commitments/")
    stranger.follows("S0")
    stranger.sees("In charge", MINISTRY)
    assert address.split("/")[-2] in stranger.page.url


def when_she_prints_the_report(adele: Person) -> None:
    adele.opens("/commitments/reports/new/")
    adele.chooses("by text")
    adele.page.locator("#id_document").select_option("S0")
    adele.presses("Make the report")
    adele.sees(MINISTRY, ACTION, "files were opened.")
    adele.shows("commitments/report")
    for shape in ("pdf", "docx", "csv"):
        answer = adele.page.request.get(f"{adele.page.url}file/{shape}/")
        assert answer.status == 200
        assert len(answer.body()) > PAGES
