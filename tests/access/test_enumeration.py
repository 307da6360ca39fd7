"""Nobody learns whether a file exists: what is not theirs looks like what is not there."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from access.crawl import Crawler, Visit
from access.matrix import PERSONAS, cells, label, rows

NOWHERE = "A-2020-99999"


def absent(arguments: dict[str, Any]) -> dict[str, Any]:
    """The same address of a thing that does not exist."""
    ids = {name: uuid4() for name, value in arguments.items() if isinstance(value, UUID)}
    return ids | ({"reference": NOWHERE} if "reference" in arguments else {})


def traces(visit: Visit) -> tuple[int, str, int, int]:
    return visit.status, visit.shown, visit.written, visit.refused


@pytest.mark.parametrize("persona", PERSONAS)
def test_absent_and_forbidden_look_alike(persona: str, crawler: Crawler) -> None:
    told = []
    for address, method in cells():
        other = absent(crawler.arguments(address))
        if not other or rows()[label(address), method].outcomes[persona] != "404":
            continue
        forbidden = crawler.visit(persona, address, method)
        missing = crawler.visit(persona, address, method, **other)
        if traces(forbidden) != traces(missing):
            told.append(f"{forbidden}; absent: {missing.status}, or another page or row")
    assert not told, "\n".join(["", *told])
