"""While the key service does not answer: a sentence, nothing opened, nothing half written."""

from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import Settings

from amparo.audit.queries import entries
from amparo.cases.models import Account, Case
from amparo.people.models import User
from support.cast import Cast
from support.kms import SERVICE, Fault
from support.sealed import EVERY_WORD, fully_written, seeing

Browser = Callable[[User], Client]
SAID = "The keys cannot be reached just now."

each_fault = pytest.mark.parametrize("fault", [Fault.DOWN, Fault.SLOW, Fault.DENIED])


@pytest.fixture
def case(settings: Settings, cast: Cast) -> Iterator[Case]:
    settings.KEY_PROVIDER = "support.kms.service"
    SERVICE.keys.clear()
    yield fully_written(cast)
    SERVICE.keys.clear()


@pytest.fixture
def panel(client_of: Browser, cast: Cast) -> Client:
    return client_of(cast.panel)


@pytest.mark.asvs("16.5.2", "16.5.3")
@each_fault
@pytest.mark.parametrize("page", ["identity", "accounts"])
def test_nothing_opens_and_the_page_says_why(
    fault: Fault, page: str, case: Case, panel: Client
) -> None:
    before, address = entries().openings().count(), f"/files/{case.reference}/{page}/"
    with SERVICE.having(fault):
        response = panel.post(address, {"purpose": "decision"})
    html = response.content.decode()
    assert response.status_code == 200
    assert SAID in html
    assert not [text for text in EVERY_WORD if text in html]
    assert entries().openings().count() == before
    assert SAID not in panel.post(address, {"purpose": "decision"}).content.decode()


@each_fault
def test_what_was_written_meanwhile_stays_on_the_form_and_nowhere_else(
    fault: Fault, case: Case, client_of: Browser, cast: Cast
) -> None:
    client, sent = client_of(cast.manager_a), {"key": uuid4(), "text": "Quibrandel"}
    address = f"/files/{case.reference}/accounts/add/"
    before = accounts(cast)
    with SERVICE.having(fault):
        html = client.post(address, sent).content.decode()
    assert SAID in html
    assert "Quibrandel" in html
    assert accounts(cast) == before
    assert client.post(address, sent).status_code == 302, "the same form, sent again later"
    assert accounts(cast) == before + 1


def accounts(cast: Cast) -> int:
    with seeing(cast.manager_a):
        return Account.objects.count()
