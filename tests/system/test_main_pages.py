"""Every main page in French on the narrowest phone, and mirrored, for whoever comes to it."""

import pytest
from playwright.sync_api import expect

from system.conftest import Meet
from system.main_pages import OPEN, PAGES, main_pages
from system.mirror import mirror
from system.person import Person
from system.serving import House

NARROWEST = 320  # CSS pixels: WCAG 1.4.10, Reflow


def walk(person: Person, house: House, pages: tuple[str, ...]) -> None:
    """Whoever opens a page looks at it; the fixture `meet` fails on what they found."""
    for path in pages:
        person.opens(path)
        expect(person.page.locator("html")).to_have_attribute("lang", "fr")
        mirror(person.page, house)
        person.look()


@pytest.mark.parametrize("name", PAGES)
def test_the_pages_of_one_role_stand_in_french_and_mirrored(
    meet: Meet, country: House, name: str
) -> None:
    person = meet(name, width=NARROWEST, locale="fr-FR")
    person.signs_in()
    walk(person, country, main_pages(country, name))
    assert len(person.watch.pages) > 2


def test_the_open_pages_stand_in_french_and_mirrored(meet: Meet, country: House) -> None:
    nobody = meet("", width=NARROWEST, locale="fr-FR")
    walk(nobody, country, OPEN)
    assert len(nobody.watch.pages) == 2 * len(OPEN)
