"""Every main page in French on the narrowest phone, and mirrored, for whoever comes to it.

AMPARO_SCREENS=1 walks them on a phone and on a desk instead, and keeps a picture of each.
"""

import pytest
from playwright.sync_api import expect

from system.conftest import Meet
from system.main_pages import OPEN, PAGES, SEALED, Pages, main_pages
from system.mirror import mirror
from system.person import DESK, PHONE, Person, screens_are_wanted
from system.serving import House

NARROWEST = 320  # CSS pixels: WCAG 1.4.10, Reflow
WIDTHS = (PHONE, DESK) if screens_are_wanted() else (NARROWEST,)


def walk(person: Person, house: House, pages: Pages, width: int) -> None:
    """Whoever opens a page looks at it; the fixture `meet` fails on what they found."""
    for picture, path in pages.items():
        person.opens(path)
        expect(person.page.locator("html")).to_have_attribute("lang", "fr")
        person.shows(f"desk/{picture}-{width}")
        mirror(person.page, house)
        person.look()
        person.shows(f"desk/{picture}-{width}-mirrored")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_the_pages_of_one_role_stand_in_french_and_mirrored(
    meet: Meet, country: House, name: str, width: int
) -> None:
    person = meet(name, width=width, locale="fr-FR")
    person.signs_in()
    walk(person, country, main_pages(country, name), width)
    assert len(person.watch.pages) > 2


def opens_what_is_sealed(person: Person) -> None:
    """For the first purpose that is offered, where one is asked for."""
    form = person.page.locator("main form[method=post]").first
    purposes = form.get_by_role("radio")
    if purposes.count():
        purposes.first.check()
    with person.page.expect_navigation():
        form.locator("button.btn-primary").click()
    person.look()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", SEALED)
def test_what_is_opened_stands_in_french_and_mirrored(
    meet: Meet, country: House, name: str, width: int
) -> None:
    person = meet(name, width=width, locale="fr-FR")
    person.signs_in()
    pages = main_pages(country, name)
    for picture in SEALED[name]:
        person.opens(pages[picture])
        opens_what_is_sealed(person)
        person.shows(f"desk/{picture}-open-{width}")
        mirror(person.page, country)
        person.look()
    assert len(person.watch.pages) > len(SEALED[name])


@pytest.mark.parametrize("width", WIDTHS)
def test_the_open_pages_stand_in_french_and_mirrored(
    meet: Meet, country: House, width: int
) -> None:
    nobody = meet("", width=width, locale="fr-FR")
    walk(nobody, country, OPEN, width)
    assert len(nobody.watch.pages) == 2 * len(OPEN)
