"""The pages of what waits: shown to whoever may decide, decided by a form."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from amparo.access.standing import Refused
from amparo.access.tests.two_persons.deeds import PLAIN, doers, plain
from amparo.access.two_persons import approve, kinds
from amparo.people.models import User
from amparo.people.queries import as_of_now
from support.cast import Cast

Browser = Callable[[User], Client]
LIST = "/two-persons/"


def test_what_waits_is_on_the_home_page_and_the_list_of_whoever_may_decide(
    cast: Cast, client_of: Browser
) -> None:
    plain(cast.manager_a)
    for address in ("/", LIST):
        body = client_of(cast.coordinator).get(address).content.decode()
        assert "A plain deed" in body, address
    assert "A plain deed" not in client_of(cast.manager_a).get("/").content.decode()
    assert "Withdraw" in client_of(cast.manager_a).get(LIST).content.decode()


def test_a_yes_by_the_form_does_it_once(cast: Cast, client_of: Browser) -> None:
    proposal = plain(cast.manager_a)
    browser, sent = client_of(cast.coordinator), {"decision": "approve", "key": uuid4()}
    for _ in range(2):
        answer = browser.post(f"{LIST}{proposal.pk}/", sent)
    assert doers() == [cast.coordinator.pk]
    assert answer.status_code == 302
    assert "Nothing to decide" in browser.get(f"{LIST}{proposal.pk}/").content.decode()


def test_a_refusal_needs_its_reason(cast: Cast, client_of: Browser) -> None:
    proposal = plain(cast.manager_a)
    browser = client_of(cast.coordinator)
    page = browser.post(f"{LIST}{proposal.pk}/", {"decision": "refuse", "key": uuid4()})
    assert "Say why" in page.content.decode()
    sent = {"decision": "refuse", "reason": "Not this month.", "key": uuid4()}
    assert browser.post(f"{LIST}{proposal.pk}/", sent).status_code == 302
    assert doers() == []


def test_a_deed_that_this_version_does_not_know_is_shown_taken_back_and_never_done(
    cast: Cast, client_of: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposal = plain(cast.manager_a)
    monkeypatch.delitem(kinds._kinds, PLAIN)
    browser = client_of(cast.manager_a)
    page = browser.get(LIST)
    assert (page.status_code, "does not know" in page.content.decode()) == (200, True)
    with pytest.raises(Refused, match="cannot do it"):
        approve(proposal, by=as_of_now(cast.coordinator))
    assert browser.post(f"{LIST}{proposal.pk}/withdraw/", {"key": uuid4()}).status_code == 302
    assert doers() == []


def test_the_proposer_takes_it_back(cast: Cast, client_of: Browser) -> None:
    proposal = plain(cast.manager_a)
    address = f"{LIST}{proposal.pk}/withdraw/"
    assert client_of(cast.coordinator).get(address).status_code == 404
    assert client_of(cast.manager_a).post(address, {"key": uuid4()}).status_code == 302
    assert "A plain deed" not in client_of(cast.coordinator).get(LIST).content.decode()


@pytest.mark.parametrize("name", ["manager_a", "administrator"])
def test_ones_own_and_an_absent_one_look_alike(name: str, cast: Cast, client_of: Browser) -> None:
    proposal = plain(cast.manager_a)
    User.objects.filter(pk=cast.administrator.pk).update(invited_by=cast.manager_a)
    browser = client_of(cast.users[name])
    own, none = (browser.get(f"{LIST}{key}/") for key in (proposal.pk, uuid4()))
    assert own.status_code == none.status_code == 404
    assert own.content == none.content
