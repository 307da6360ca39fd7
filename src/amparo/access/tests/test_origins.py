"""What a browser does carries the numbers of its request and session into the log."""

from collections.abc import Callable

import pytest
from django.test import Client

from amparo.audit.models import Entry
from amparo.audit.origins import session_number
from amparo.audit.queries import entries
from amparo.people.models import User
from support.cast import Cast


@pytest.mark.asvs("16.2.1", "16.2.5")
def test_what_a_browser_does_carries_session_and_request_and_no_address(
    cast: Cast, client_of: Callable[[User], Client]
) -> None:
    client = client_of(cast.auditor)
    for _ in range(2):
        client.get("/log/", REMOTE_ADDR="198.51.100.77")
    rows = list(entries().filter(action="read the log"))
    key = client.session.session_key
    assert key
    assert [row.session for row in rows] == [session_number(key)] * 2
    assert len({row.request for row in rows} - {None}) == 2
    told = [str(vars(row)) for row in Entry.objects.all()]
    assert not [line for line in told if "198.51.100" in line or key in line]
