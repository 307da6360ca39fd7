"""Another decision is asked for with grounds and what is new; it leads to somebody else's desk."""

from collections.abc import Callable

import pytest
from django.test import Client

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.cases.actions.opening import open_accounts
from amparo.cases.decisions.actions import decide
from amparo.cases.decisions.models import Reconsideration
from amparo.cases.decisions.queries import reconsiderations_of
from amparo.cases.decisions.reconsidering import ask_anew
from amparo.cases.decisions.tests.deciding import address, second_officer
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.cases.tests.steps import stored
from amparo.people.models import User
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]
NEW = "The pay slips of Zorvanela were found."


@pytest.fixture
def denied(cast: Cast, case: Case) -> Case:
    decide(
        case,
        State.NOT_PRESUMED,
        by=cast.panel,
        reason="grounds_not_found",
        findings=files.NOT_FOUND,
    )
    return stored(case, cast)


def ask(case: Case, by: User, *grounds: str) -> Reconsideration:
    return ask_anew(case, by=by, asked_by="person", grounds=grounds, evidence=NEW)


def test_from_the_page_of_its_own_to_the_desk_of_another_officer(
    cast: Cast, denied: Case, client_of: Browser
) -> None:
    client, path = client_of(cast.manager_a), f"/files/{denied.reference}/reconsider/"
    assert "Ask for another decision" in client.get(f"/files/{denied.reference}/").content.decode()
    data = {"asked_by": "lawyer", "grounds": ["new_evidence", "not_heard"], "evidence": NEW}
    assert client.post(path, data).status_code == 302
    assert stored(denied, cast).identification == "first_challenged"
    with acting_as(cast.manager_a):
        row = reconsiderations_of(denied).get()
        reason = row.status.reason
    assert (row.grounds, reason) == (["new_evidence", "not_heard"], "new_facts")
    html = client_of(second_officer(cast)).get(address(denied)).content.decode()
    assert "The person was not heard, or not in their language" in html
    assert NEW not in html


def test_what_is_new_is_sealed_and_opens_with_a_purpose(cast: Cast, denied: Case) -> None:
    row = ask(denied, cast.manager_a, "new_evidence")
    assert row.evidence is not None
    assert b"Zorvanela" not in row.evidence.stored
    texts = [found.text for found in open_accounts(denied, by=cast.panel, purpose="safety")]
    assert NEW in texts


def test_it_is_no_plain_step_any_more(cast: Cast, denied: Case, client_of: Browser) -> None:
    answer = client_of(cast.manager_a).get(f"/files/{denied.reference}/steps/identification/")
    assert answer.status_code == 404


def test_out_of_order_twice_and_from_elsewhere_it_is_refused(cast: Cast, case: Case) -> None:
    with pytest.raises(Refused, match="the file says “received by the bureau”"):
        ask(case, cast.manager_a, "other")
    decide(
        case,
        State.NOT_PRESUMED,
        by=cast.panel,
        reason="grounds_not_found",
        findings=files.NOT_FOUND,
    )
    for user in (cast.manager_b, cast.panel, cast.provider):
        with pytest.raises(Refused):
            ask(case, user, "other")
    with pytest.raises(Refused, match="on which grounds"):
        ask(case, cast.manager_a)
    ask(case, cast.manager_a, "other")
    with pytest.raises(Refused, match="first decision being reconsidered"):
        ask(case, cast.manager_a, "other")
