"""Single sign-on in a real browser, on another host: its cookies are what no other test sees."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from support.sign_on import SignOn, running
from system.person import Person
from system.serving import ROOT, House, Server
from system.watch import Watch

LINKED = """INSERT INTO accounts_link (user_id, issuer, subject, made_at)
    SELECT id, '{issuer}', '{subject}', now() FROM people_user WHERE given_name = 'Adèle'"""


@dataclass(frozen=True)
class Believing(House):
    """A house that believes the single sign-on of this file."""

    file: Path

    def environment(self) -> dict[str, str]:
        return {**super().environment(), "AMPARO_OIDC": str(self.file)}


@pytest.fixture
def ministry(country: House, tmp_path: Path) -> Iterator[tuple[SignOn, Server]]:
    with running(tmp_path) as (made, file):
        country.does(LINKED.format(issuer=made.address, subject=made.subject))
        house = Believing(country.cluster, country.database, country.folder, file)
        server = Server(house, [sys.executable, str(ROOT / "manage.py"), "demo", "--port", "PORT"])
        server.start()
        yield made, server
        server.stop()


def test_somebody_signs_in_through_another_host(
    chromium: Browser, ministry: tuple[SignOn, Server]
) -> None:
    """The session's cookie goes with no step that another host leads to, and they are in."""
    made, server = ministry
    address = server.address.replace("127.0.0.1", "localhost")
    watch = Watch({urlsplit(address).netloc})
    with chromium.new_context(base_url=address, locale="en-GB") as context:
        watch.over(context)
        adele = Person(context.new_page(), "Adèle", watch)
        adele.opens("/account/login/")
        adele.page.get_by_role("link", name="Sign in through the Ministry's sign-in").click()
        adele.page.wait_for_url(f"{address}/")
        adele.sees("Good day, Adèle")
        adele.opens("/account/")
        adele.sees("You also sign in through", made.address)
        kept = {each["name"]: each["sameSite"] for each in context.cookies()}
    assert kept["session"] == "Strict"
    assert "sign-on" not in kept
    assert {urlsplit(each.split()[-1]).netloc for each in watch.elsewhere} == {
        urlsplit(made.address).netloc
    }
