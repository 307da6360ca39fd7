"""French is complete: every sentence asked for has its translation, with the same placeholders."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from amparo.config import messages
from repo.sources import SOURCE, Breach, told

PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|(?<!\{)\{(\w+)\}|(%[sd])")
ROOMS = messages.rooms()


def wordings(text: str | tuple[str, ...] | list[str] | None) -> list[str]:
    """One, or one per plural form."""
    return [text] if isinstance(text, str) else list(text or [""])


def placeholders(text: str) -> set[str]:
    return {"".join(found) for found in PLACEHOLDER.findall(text)}


def asked(room: Path) -> Iterator[Message]:
    return (message for message in messages.template(room) if message.id)


def breach(message: Message, what: str) -> Breach:
    where = message.locations[0][0]
    return Breach(SOURCE / where, 1, f"“{wordings(message.id)[0][:70]}”: {what}")


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_every_sentence_has_its_french(room: Path) -> None:
    known = messages.load(messages.catalogue(room, "fr"), "fr")
    found = []
    for message in asked(room):
        french = known.get(message.id, message.context)
        if french is None or not all(wordings(french.string)) or french.fuzzy:
            found.append(breach(message, "no French: ./run messages, then translate."))
    assert not found, told(found)


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_the_french_has_the_same_placeholders(room: Path) -> None:
    known = messages.load(messages.catalogue(room, "fr"), "fr")
    found = []
    for message in asked(room):
        french = known.get(message.id, message.context)
        wanted = placeholders(wordings(message.id)[-1])
        for wording in wordings(french.string) if french else ():
            if wording and placeholders(wording) != wanted:
                found.append(breach(message, f"wants {sorted(wanted)} in “{wording[:70]}”."))
    assert not found, told(found)


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_every_placeholder_has_a_name(room: Path) -> None:
    found = [
        breach(message, "name the placeholder, %(unit)s: other languages order words otherwise.")
        for message in asked(room)
        for wording in wordings(message.id)
        if placeholders(wording) & {"%s", "%d"}
    ]
    assert not found, told(found)
