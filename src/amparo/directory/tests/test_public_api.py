"""The directory for everybody, as a program without an account gets it."""

from typing import Any

import pytest
from django.test import Client

from support import files
from support.cast import Cast
from support.hsds import faults, foreign


@pytest.fixture
def anybody() -> Client:
    return Client(headers={"x-forwarded-proto": "https"})


def got(client: Client, address: str) -> Any:
    answer = client.get(f"/hsds{address}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_everybody_reads_services(anybody: Client, cast: Cast) -> None:
    service = files.service(cast, name_en="Aster House", phone="+999 555 0201", languages=["ar"])
    page = got(anybody, "/services")
    assert [each["name"] for each in page["contents"]] == ["Aster House"]
    one = got(anybody, f"/services/{service.pk}")
    assert not faults("service", one) + foreign("service", one)
