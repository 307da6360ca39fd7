"""Every form of the page says what is missing, and acts once however often it is sent."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from amparo.access.acting import acting_as
from amparo.access.standing import standing_of
from amparo.cases.models import Case
from amparo.cases.tests.test_forms import acts, control, parsed, refusals
from amparo.links.actions.linking import link
from amparo.links.deeds import DEEDS
from amparo.links.queries import links_of
from amparo.links.tests.pairs import merged, opened
from amparo.people.models import User
from support.cast import Cast

Browser = Callable[[User], Client]
# Of each deed: what its form asks for at least, and what may be sent.
SENT: dict[str, tuple[list[str], dict[str, Any]]] = {
    "link": (["reference", "kind"], {"kind": "offender"}),
    "link-end": ([], {}),
    "apart": ([], {}),
    "merge": (["goes_on", "ground"], {"goes_on": "other", "ground": "paper"}),
    "merge-end": (["ground"], {"ground": "staff"}),
}
each_form = pytest.mark.parametrize("deed", list(SENT))
asking = pytest.mark.parametrize("deed", [deed for deed, (wanted, _) in SENT.items() if wanted])


def prepared(deed: str, cast: Cast) -> tuple[Case, str, dict[str, Any]]:
    """A file, the address of the form and what to send, once what it rests on is there."""
    by = cast.manager_a
    case, other = opened(by), opened(by)
    row: UUID | None = other.pk if DEEDS[deed].of_row else None
    if deed == "link-end":
        link(case, by=by, reference=other.reference, kind="offender")
        with acting_as(by):
            row = links_of(case, standing_of(by))[0].pk
    if deed == "merge-end":
        merged(case, other, by=by, second=cast.coordinator)
    data = {**SENT[deed][1], **({"reference": other.reference} if deed == "link" else {})}
    end = f"{row}/" if row else ""
    return case, f"/files/{case.reference}/links/{deed}/{end}", {"key": uuid4(), **data}


def test_everything_that_can_be_written_here_is_tried_here() -> None:
    assert set(SENT) == set(DEEDS)


@asking
def test_a_form_sent_empty_names_each_field_it_wants(
    deed: str, cast: Cast, client_of: Browser
) -> None:
    wanted, (case, address, _data) = SENT[deed][0], prepared(deed, cast)
    client, before = client_of(cast.manager_a), acts(case)
    page = parsed(client.post(address, {"key": uuid4()}))
    assert [control(page, told).get("name") for told in refusals(page)] == wanted
    assert acts(case) == before


@each_form
def test_a_form_sent_often_acts_once_and_leads_back(
    deed: str, cast: Cast, client_of: Browser
) -> None:
    case, address, data = prepared(deed, cast)
    client, before = client_of(cast.manager_a), acts(case)
    assert client.get(address).status_code == 200
    first = client.post(address, data)
    acted = acts(case)
    again = client.post(address, data)
    assert (
        first.headers["Location"]
        == again.headers["Location"]
        == (f"/files/{case.reference}/links/")
    )
    assert before < acted == acts(case)


@each_form
def test_another_centre_writes_nothing(deed: str, cast: Cast, client_of: Browser) -> None:
    case, address, data = prepared(deed, cast)
    client, before = client_of(cast.manager_b), acts(case)
    assert client.post(address, data).status_code == 404
    assert acts(case) == before + 1, "who was turned away is written down"
