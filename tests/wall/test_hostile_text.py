"""Whatever somebody writes, a page shows it as the text it is, and obeys none of it."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import html5lib
import pytest
from django.test import Client
from django.urls import reverse

from amparo.access.acting import acting_as
from amparo.cases.actions.files import SEALED, open_file
from amparo.cases.models import Case
from amparo.directory.models import Service
from amparo.people.models import User
from support import files
from support.cast import Cast
from support.screenings import finished_screening

Browser = Callable[[User], Client]
HOSTILE = (
    "</p><canary-element>", '" canary-attribute="x', "' canary-attribute='x",
    "<script>x()</script>", "<svg onload=x()>", "{{ 40|add:2 }}{% now 'Y' %}",
    "**bold** [b]bold[/b] <b>bold</b>",
    "[link](javascript:x())", "<style>p{}</style>", "${7*6}#{7*6}", "&lt;b&gt;", "%s %(name)s {0}",
)  # fmt: skip
FIELDS = ("name_en", "name_fr")


def hostile_file(cast: Cast, text: str) -> Case:
    """A file, a service, a unit and people, all of them named by `text`."""
    for unit in cast.units.values():
        for field in FIELDS:
            setattr(unit, field, text)
        unit.save()
    for user in cast.users.values():
        user.given_name = user.family_name = text
        user.save()
    screening = finished_screening(cast.first_responder)
    case = open_file(
        screening, by=cast.first_responder, identity=dict.fromkeys(SEALED, text), account=text
    )
    files.service(cast, **dict.fromkeys(FIELDS, text))
    return case


def pages(case: Case, service: Service) -> list[tuple[str, str, dict[str, Any]]]:
    """Where what was written is shown: how it is asked for, at which address, with what."""
    of_case = [reverse(f"cases:{name}", args=[case.reference]) for name in
               ("detail", "consent", "correct", "add_account")]  # fmt: skip
    lists = [reverse(name) for name in ("home", "cases:list", "directory:list", "referrals:board")]
    sealed = [reverse(f"cases:{name}", args=[case.reference]) for name in ("identity", "accounts")]
    shown = [*of_case, *lists, reverse("directory:detail", args=[service.slug])]
    return [
        *(("get", path, {}) for path in shown),
        *(("post", path, {"purpose": "safety", "key": uuid4()}) for path in sealed),
    ]


def markup_of(page: str) -> list[str]:
    """Every element and attribute that a browser would make of the page."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    found = []
    for each in tree.iter():
        if isinstance(each.tag, str):
            found += [each.tag, *(str(name) for name in each.attrib)]
    return found


@pytest.mark.asvs("1.2.1", "1.3.1", "1.3.5", "1.3.7", "1.3.4", "3.2.2")
@pytest.mark.parametrize("text", HOSTILE)
def test_what_was_written_is_shown_and_never_obeyed(
    text: str, cast: Cast, client_of: Browser
) -> None:
    case = hostile_file(cast, text)
    with acting_as(cast.first_responder):
        service = Service.objects.get()
        asked = pages(case, service)
    client, shown = client_of(cast.first_responder), 0
    for method, path, data in asked:
        response = getattr(client, method)(path, data)
        assert response.status_code == 200, path
        page = response.content.decode()
        made = markup_of(page)
        assert "canary-element" not in made and "canary-attribute" not in made, path
        assert "onload" not in made and "style" not in made, path
        assert "<script>x()" not in page and 'href="javascript:' not in page, path
        plain = "".join(html5lib.parse(page, namespaceHTMLElements=False).itertext())
        shown += text in plain
    assert shown >= 4, "the text itself is there to be read"


EXTRA = {
    "reference": "A-2020-00001", "pseudonym": "Other", "identification": "confirmed", "id": uuid4(),
    "case": uuid4(), "unit": 1, "state": "accepted", "treated_as_child": "", "is_staff": "on",
    "is_superuser": "on", "by": uuid4(), "at": "2020-01-01", "places_total": 999,
}  # fmt: skip


@pytest.mark.asvs("15.3.3", "2.2.2")
def test_a_form_takes_its_own_fields_and_no_others(cast: Cast, client_of: Browser) -> None:
    service = files.service(cast)
    before = {key: value for key, value in vars(service).items() if not key.startswith("_")}
    sent = {**EXTRA, "free": 1, "key": uuid4()}
    path = reverse("directory:places", args=[service.slug])
    assert client_of(cast.provider).post(path, sent).status_code == 302
    service.refresh_from_db()
    after = {key: value for key, value in vars(service).items() if not key.startswith("_")}
    changed = {key for key in before if before[key] != after[key]}
    assert changed <= {"places_free", "places_updated_at"}
    assert (service.places_free, service.places_total) == (1, 4)


@pytest.mark.asvs("15.3.3")
def test_an_open_file_keeps_what_no_form_may_set(cast: Cast, client_of: Browser) -> None:
    case = files.opened(cast)
    path = reverse("cases:correct", args=[case.reference])
    sent = {**EXTRA, "given_name": "Verrantisse", "key": uuid4()}
    assert client_of(cast.first_responder).post(path, sent).status_code == 302
    now = files.fresh(case)
    kept = ("reference", "pseudonym", "identification", "support", "unit_id", "treated_as_child")
    assert [getattr(now, name) for name in kept] == [getattr(case, name) for name in kept]


@pytest.mark.asvs("15.3.7", "2.2.1")
def test_a_value_in_the_address_is_none_of_the_forms(cast: Cast, client_of: Browser) -> None:
    """What decides stands in the form that was sent, wherever else the same name occurs."""
    case, client = files.opened(cast), client_of(cast.first_responder)
    path = reverse("cases:identity", args=[case.reference])
    refused = client.post(f"{path}?purpose=safety", {"key": uuid4()})
    assert (
        refused.status_code == 200 and files.IDENTITY["given_name"] not in refused.content.decode()
    )
    client.cookies["purpose"] = "safety"
    again = client.post(path, {"key": uuid4()}, headers={"purpose": "safety"})
    assert files.IDENTITY["given_name"] not in again.content.decode()


@pytest.mark.asvs("15.3.7")
def test_a_value_sent_twice_is_taken_once_and_the_last_is_judged(
    cast: Cast, client_of: Browser
) -> None:
    service = files.service(cast)
    path = reverse("directory:places", args=[service.slug])
    client = client_of(cast.provider)
    answer = client.post(path, {"free": ["1", "99999"], "key": uuid4()})
    assert answer.status_code == 200, "99999 is more than there are"
    service.refresh_from_db()
    assert service.places_free == 2
