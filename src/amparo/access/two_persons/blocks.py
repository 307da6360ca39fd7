"""This part of the home page: what others have proposed and this person may decide."""

from typing import Any

from django.urls import reverse

from amparo.access.two_persons.queries import decidable_by
from amparo.design.parts import Task
from amparo.people.models import User

SHOWN = 5


def to_decide(user: User) -> dict[str, Any]:
    rows = decidable_by(user)[:SHOWN]
    return {
        "tasks": [
            Task(row.sentence, reverse("proposal", args=[row.pk]), str(row.by), row.expires_at)
            for row in rows
        ]
    }
