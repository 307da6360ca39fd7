"""A passkey made and shown by a real browser, with a device that the browser itself plays."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from system.person import DESK, PHONE, Person
from system.serving import Server
from system.watch import Watch

DEVICE = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
    "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip
WIDTHS = (DESK, PHONE)


@pytest.fixture(params=WIDTHS)
def adele(request: pytest.FixtureRequest, chromium: Browser, server: Server) -> Iterator[Person]:
    """At a screen with a device that keeps passkeys. By name: a number can have no passkey."""
    address = server.address.replace("127.0.0.1", "localhost")
    watch = Watch({urlsplit(address).netloc})
    size = {"width": request.param, "height": 900}
    with chromium.new_context(base_url=address, locale="en-GB", viewport=size) as context:  # type: ignore[arg-type]  # a plain size
        watch.over(context)
        page = context.new_page()
        line = context.new_cdp_session(page)
        line.send("WebAuthn.enable")
        line.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
        yield Person(page, "Adèle", watch)
    faults = watch.faults()
    assert not faults, "\n".join(faults)


def makes_a_passkey(adele: Person) -> None:
    adele.signs_in()
    adele.opens("/account/")
    adele.follows("Add a passkey")
    adele.writes("Blue key", into="Name")
    adele.presses("Add the passkey")
    adele.opens("/account/")
    adele.sees("Blue key")


def test_a_passkey_is_made_signs_in_and_unlocks(adele: Person) -> None:
    makes_a_passkey(adele)
    adele.opens("/account/logout/")
    adele.presses("Sign out")
    adele.sees("You are signed out")
    adele.opens("/account/login/")
    adele.presses("Sign in with a passkey")
    adele.sees("Good day, Adèle")
    with adele.page.expect_navigation():
        adele.page.keyboard.press("Control+.")
    adele.sees("Is it still you?")
    adele.opens("/files/")
    adele.sees("Is it still you?")
    adele.presses("Show the passkey")
    adele.does_not_see("Is it still you?")
    adele.opens("/account/")
    adele.follows("Remove")
    adele.presses("Remove the passkey")
    adele.does_not_see("Blue key")


def test_a_password_can_be_looked_at(adele: Person) -> None:
    adele.opens("/account/login/")
    field = adele.page.get_by_label("Password", exact=True)
    field.fill("what I typed")
    expect(field).to_have_attribute("type", "password")
    adele.page.get_by_role("button", name="Show the password").click()
    expect(field).to_have_attribute("type", "text")
    adele.look()
    adele.page.get_by_role("button", name="Show the password").click()
    expect(field).to_have_attribute("type", "password")


def test_whoever_is_away_finds_the_page_covered_and_their_words_behind(adele: Person) -> None:
    adele.page.clock.install()
    adele.signs_in()
    search = adele.page.get_by_role("searchbox")
    search.fill("A-2026-")
    adele.page.clock.fast_forward("29:00")
    expect(adele.page.get_by_text("Are you still there?")).to_be_visible()
    adele.page.clock.fast_forward("02:00")
    expect(adele.page.get_by_role("alertdialog")).to_contain_text("You were away")
    expect(adele.page.locator("main")).to_be_hidden()
    adele.look()
    adele.page.get_by_role("button", name="I am signed in again").click()
    expect(adele.page.locator("main")).to_be_visible()
    expect(search).to_have_value("A-2026-")
