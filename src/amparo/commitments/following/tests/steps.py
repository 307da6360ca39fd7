"""What a browser does on the pages of what is followed up."""

import re
from uuid import uuid4

from django.test import Client
from django.urls import reverse

from amparo.commitments.following.models import Action
from amparo.commitments.models import Ask


def words(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def send(client: Client, where: str, /, **data: object) -> str:
    """Where a form leads; it is refused if it leads nowhere."""
    response = client.post(where, {"key": uuid4(), **data})
    assert response.status_code == 302, response.content.decode()
    return response["Location"]


def at(name: str, *args: object) -> str:
    return reverse(f"commitments:{name}", args=args)


def page_of(ask: Ask) -> str:
    return at("paragraph", ask.document_id, ask.number)


def taken(client: Client, **data: object) -> Action:
    send(client, at("new_action"), **{"title": "A decree", "state": "planned", **data})
    return Action.objects.latest("at")
