"""An officer with a phone: begins a screening, answers page after page, reads the result."""

import re
from collections.abc import Callable
from typing import Any, Protocol
from uuid import UUID, uuid4

import html5lib
from django.test import Client

from amparo.access.acting import acting_as
from amparo.people.models import User
from amparo.screening.models import Screening
from amparo.screening.queries import screenings_for

SignIn = Callable[[User], Client]


class Response(Protocol):
    """What the client of the tests gives back."""

    @property
    def status_code(self) -> int: ...
    @property
    def content(self) -> bytes: ...


# A builder whose passport is kept, told so by himself; nothing else is known.
LABOUR: dict[str, Any] = {
    "danger": "no",
    "place": "workplace",
    "alone": "yes",
    "age": "adult",
    "sex": "M",
    "languages": ["bn"],
    "dependants": "0",
    "how-it-began": ["recruited", "transported"],
    "signs-promises": ["deceived_job", "deceived_wages"],
    "evidence-promises": {"deceived_job": "told", "deceived_wages": "documented"},
    "signs-departure": ["unknown"],
    "signs-situation": ["unknown"],
    "signs-work": ["work_hours", "work_pay"],
    "evidence-work": {"work_hours": "seen", "work_pay": "told"},
    "signs-pressure": ["held_documents", "held_confined"],
    "evidence-pressure": {"held_documents": "told", "held_confined": "seen"},
    "signs-dependence": ["unknown"],
    "forms": ["LABOUR"],
    "agreed": "yes",
    "needs": ["shelter"],
}


def begin(client: Client) -> UUID:
    key = uuid4()
    response = client.post("/screenings/start/", {"key": str(key)})
    assert response.headers["Location"] == f"/screenings/{key}/"
    return key


def sent(slug: str, answers: dict[str, Any]) -> dict[str, Any]:
    """The answer to a page as its form sends it, with a key of its own."""
    value = answers.get(slug)
    fields = value if isinstance(value, dict) else {} if value is None else {slug: value}
    return {**fields, "key": str(uuid4())}


def walk(client: Client, pk: UUID, answers: dict[str, Any]) -> list[str]:
    """Answer page after page as the server asks them; the slugs asked, in order."""
    asked: list[str] = []
    address = client.get(f"/screenings/{pk}/").headers["Location"]
    while "/q/" in address:
        slug = address.split("/q/")[1].strip("/")
        asked.append(slug)
        assert client.get(address).status_code == 200
        response = client.post(address, sent(slug, answers))
        assert response.status_code == 302, words(response)
        address = response.headers["Location"]
    assert address == f"/screenings/{pk}/check/"
    return asked


def finish(client: Client, pk: UUID) -> str:
    response = client.post(f"/screenings/{pk}/check/", {"key": str(uuid4())})
    assert response.headers["Location"] == f"/screenings/{pk}/result/"
    return text(client.get(response.headers["Location"]))


def text(response: Response) -> str:
    assert response.status_code == 200
    return words(response)


def words(response: Response) -> str:
    """The main part of the page as one line, checked to be valid HTML on the way."""
    source = response.content.decode()
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    main = parser.parse(source).find(".//main")
    return " ".join("".join(main.itertext()).split())


def title(response: Response) -> str:
    found = re.search(r"<title>(.*?)</title>", response.content.decode(), re.DOTALL)
    assert found
    return found[1].strip()


def stored(pk: UUID, by: User) -> Screening:
    with acting_as(by):
        return screenings_for(by).get(pk=pk)
