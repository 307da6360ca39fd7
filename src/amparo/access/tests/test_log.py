"""The log is read by whoever watches over data protection, and its reading is in it."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from amparo.audit.actions import record
from amparo.audit.models import Entry
from amparo.audit.queries import entries
from amparo.people.models import User
from support.cast import Cast
from support.sealed import EVERY_WORD, fully_written

Browser = Callable[[User], Client]


def shown(client: Client, address: str = "/log/") -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def plant(by: User) -> Entry:
    """A row that the web role can insert, without the key that chains it."""
    number = entries().filter(lane=5).count() + 1
    return Entry.objects.create(
        lane=5, sequence=number, at=timezone.now(), actor=by.pk, action="opened",
        previous=bytes(32), mac=bytes(32),
    )  # fmt: skip


def test_only_the_auditor_reads_the_log(cast: Cast, client_of: Browser) -> None:
    told = {name: client_of(user).get("/log/").status_code for name, user in cast.users.items()}
    assert told.pop("auditor") == 200
    assert set(told.values()) == {403}
    assert entries().filter(decision="allow").count() == 1


def test_each_reading_of_the_log_is_in_the_log(cast: Cast, client_of: Browser) -> None:
    client = client_of(cast.auditor)
    assert [shown(client).count("<td>read the log</td>") for _ in range(3)] == [1, 2, 3]
    assert set(entries().values_list("actor", "action")) == {(cast.auditor.pk, "read the log")}


def test_the_log_says_who_did_what_and_why(cast: Cast, client_of: Browser) -> None:
    record("opened", by=cast.panel, purpose="identity: decision")
    html = shown(client_of(cast.auditor))
    for words in (
        "Panel Test",
        "<td>opened what is sealed</td>",
        "identity: Prepare the identification decision",
    ):
        assert words in html


def test_the_log_shows_nothing_that_was_sealed(cast: Cast, client_of: Browser) -> None:
    fully_written(cast)
    client = client_of(cast.auditor)
    html = shown(client, "/log/?check=1")
    assert "made the keys of a file" in html
    assert [text for text in EVERY_WORD if text in html] == []


def test_the_check_says_that_the_chain_holds(cast: Cast, client_of: Browser) -> None:
    fully_written(cast)
    html = shown(client_of(cast.auditor), "/log/?check=1")
    assert "The chain holds" in html
    assert "does not hold" not in html


def test_the_check_names_where_the_chain_does_not_hold(cast: Cast, client_of: Browser) -> None:
    fully_written(cast)
    planted = plant(cast.panel)
    html = shown(client_of(cast.auditor), "/log/?check=1")
    assert "The chain does not hold" in html
    assert f"Lane 5, row {planted.sequence}: this row was changed" in html


def test_the_log_is_checked_only_when_asked(cast: Cast, client_of: Browser) -> None:
    plant(cast.panel)
    html = shown(client_of(cast.auditor))
    assert "does not hold" not in html
    assert "The chain holds" not in html


@pytest.mark.parametrize("after", ["2", "999999999999999999", "x", "-1", "²", ""])
def test_any_place_in_the_log_can_be_asked_for(after: str, cast: Cast, client_of: Browser) -> None:
    for _ in range(60):
        record("saw the file", by=cast.panel)
    assert "Newest first" in shown(client_of(cast.auditor), f"/log/?after={after}") or after == "2"
