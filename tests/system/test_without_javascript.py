"""Every page works where the browser runs no script."""

from playwright.sync_api import expect

from system.conftest import Meet
from system.person import PHONE, Person


def begun(meet: Meet) -> Person:
    ines = meet("Inès", width=PHONE, java_script_enabled=False)
    ines.signs_in()
    ines.follows("Start a screening")
    ines.presses("Start a screening")
    return ines


def test_a_question_is_refused_then_answered_without_javascript(meet: Meet) -> None:
    ines = begun(meet)
    ines.presses("Continue")
    ines.sees("Something must be put right before you go on")
    expect(ines.page).to_have_title("Error: Part 1 of 4")
    ines.chooses("I don’t know")
    ines.presses("Continue")
    assert ines.heading() == "Where are you meeting the person?"


def test_the_language_changes_without_javascript(meet: Meet) -> None:
    ines = begun(meet)
    question = ines.page.url
    ines.page.locator("summary", has_text="English").click()
    ines.presses("français")
    assert ines.page.url == question
    expect(ines.page.locator("html")).to_have_attribute("lang", "fr")
    assert ines.heading().startswith("Quelqu’un est-il en danger en ce moment")


def test_the_exit_is_a_plain_link_to_a_page_of_its_own(meet: Meet) -> None:
    ines = begun(meet)
    way_out = ines.page.locator("a[data-exit]")
    expect(way_out).to_be_visible()
    address = way_out.get_attribute("href") or ""
    assert address.startswith("https://"), "it leads off this site, by itself"
    expect(way_out).to_have_attribute("rel", "noreferrer nofollow")
