"""A fault inside every page: nothing of what was in scope is written down, mailed or shown.

Each page is asked for as somebody who may, with words of a person in its form, its address and its
headers, and breaks at its last statement to the database, by an error that quotes a whole row.
"""

import json
import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import StringIO
from typing import Any

import pytest
from django.core import mail
from django.db import DataError, OperationalError, connection, transaction
from django.http import HttpResponse
from django.urls import reverse
from psycopg import errors as database
from pytest_django import Settings

from access.crawl import Crawler
from access.forms import sent
from access.matrix import PERSONAS, cells, label, rows
from access.world import File, World
from amparo.config.logs import Bare
from repo.resolver import Address

WORD = "Tarvessolin"
FIELDS = ("given_name", "family_name", "safe_contact", "account", "text", "note", "login", "q")
ROW = f"DETAIL:  Failing row contains ({WORD}, 2004-02-29)."
# Around the work of a page: its transaction, and its session, whose loss has an answer of its own.
BESIDES = re.compile(r"^(SAVEPOINT|RELEASE|ROLLBACK)|(django|accounts)_session")
PAGES = [(a, m) for a, m in cells() if "ok" in rows()[label(a), m].outcomes.values()]


@dataclass
class Fault:
    """Raises once, at the `after`-th statement; before that it counts."""

    error: Exception
    after: int | None = None
    seen: int = 0
    raised: bool = field(default=False)

    def __call__(self, execute: Callable[..., Any], statement: str, *rest: Any) -> Any:
        self.seen += not BESIDES.search(statement)
        if not self.raised and self.seen == self.after:
            self.raised = True
            raise self.error from database.CheckViolation(f"{statement} {rest[0]} {ROW}")
        return execute(statement, *rest)


@pytest.fixture
def written() -> Iterator[StringIO]:
    """What the production's own handler writes, which nobody has replaced for the test."""
    (handler,) = [each for each in logging.getLogger().handlers if isinstance(each.formatter, Bare)]
    assert isinstance(handler, logging.StreamHandler)
    logging.getLogger("django.request").disabled = False
    before = handler.setStream(StringIO())
    yield handler.stream
    handler.setStream(before or handler.stream)
    logging.getLogger("django.request").disabled = True


def somebody(address: Address, method: str) -> str:
    outcomes = rows()[label(address), method].outcomes
    return next(persona for persona in PERSONAS if outcomes[persona] == "ok")


def ask(crawler: Crawler, address: Address, method: str, fault: Fault) -> HttpResponse:
    browser = crawler.browser(somebody(address, method))
    path = reverse(address.name, kwargs=crawler.arguments(address)) + f"?q={WORD}"
    form = sent(address.name, crawler.world.cast) | dict.fromkeys(FIELDS, WORD)
    call: Callable[..., HttpResponse] = getattr(browser, method.lower())
    with transaction.atomic(), connection.execute_wrapper(fault):
        response = call(path, form, headers={"user-agent": WORD, "x-canary": WORD})
        transaction.set_rollback(True)
    return response


def broken(
    crawler: Crawler, address: Address, method: str, error: Exception
) -> HttpResponse | None:
    """The answer to a request that broke at its last statement; None if it asks nothing."""
    first = Fault(error)
    ask(crawler, address, method, first)
    fault = Fault(error, after=first.seen)
    response = ask(crawler, address, method, fault)
    return response if fault.raised else None


def words(world: World) -> set[str]:
    """All that no log may hold: what was typed, and every name and text of every file."""
    files: Iterator[File] = iter(world.files)
    return {WORD, "Failing row", "2004-02-29"}.union(
        *((each.case.reference, each.case.pseudonym, *each.identity, *each.facts) for each in files)
    )


@pytest.fixture
def mailed_to_somebody(settings: Settings) -> Iterator[None]:
    settings.ADMINS = [("Somebody", "somebody@example.org")]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail.outbox = []
    yield
    assert mail.outbox == []


@pytest.mark.usefixtures("mailed_to_somebody")
@pytest.mark.asvs("16.2.1", "16.2.2", "16.2.4", "16.2.5", "16.3.4", "16.5.1", "16.5.3", "16.5.4")
def test_a_fault_inside_of_a_page_tells_nothing_to_anybody(
    crawler: Crawler,
    written: StringIO,
    capfd: pytest.CaptureFixture[str],
    record_property: Callable[[str, object], None],
) -> None:
    secret, told = words(crawler.world), 0
    for address, method in PAGES:
        written.seek(0)
        written.truncate()
        response = broken(crawler, address, method, DataError(f"{WORD} {ROW}"))
        if response is None:
            continue
        told += 1
        page = response.content.decode()
        assert not [word for word in secret if word in page + written.getvalue()], address.name
        assert response.status_code == 500, f"{method} {address.name}: {response.status_code}"
        line = line_of(written)
        assert line["request"][:8] in page, "the page's number leads to the line of the log"
        assert (line["page"], line["method"]) == (address.name, method)
        assert line["error"][0] == "django.db.utils.DataError"
        assert line["where"] and line["at"].endswith("+00:00")
    out, err = capfd.readouterr()
    assert not [word for word in secret if word in out + err]
    record_property("faults inside of pages", (told, 0))
    assert told > 100


def line_of(written: StringIO) -> dict[str, Any]:
    lines = [json.loads(each) for each in written.getvalue().splitlines()]
    (line,) = [each for each in lines if each.get("status") == 500]
    return dict(line)


@pytest.mark.asvs("16.5.2", "16.5.3")
def test_a_database_that_fails_is_a_page_that_says_so(crawler: Crawler, written: StringIO) -> None:
    for address, method in PAGES[::7]:
        response = broken(crawler, address, method, OperationalError(f"server closed: {WORD}"))
        if response is None:
            continue
        assert response.status_code == 503, address.name
        assert response.headers["Retry-After"] == "30"
        assert "nothing is half done" in response.content.decode()
    assert WORD not in written.getvalue()


@pytest.mark.asvs("16.3.2", "16.3.3")
def test_a_refusal_is_written_down_by_page_and_person(
    crawler: Crawler, written: StringIO, world: World
) -> None:
    refused = next(a for a, m in cells() if a.name == "log")
    crawler.visit("stranger", refused, "GET")
    line = json.loads(written.getvalue().splitlines()[-1])
    assert (line["status"], line["page"]) == (403, "log")
    assert line["who"] == str(world.cast.stranger.pk)
