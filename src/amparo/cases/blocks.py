"""This room's part of the home page: clocks that are due, clocks that are late."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from amparo.access.glass import REVIEW_WITHIN
from amparo.access.glass.queries import told_to
from amparo.access.standing import standing_of
from amparo.cases.clocks import presenters
from amparo.cases.clocks.queries import mine
from amparo.cases.counting import capped
from amparo.cases.models import Case
from amparo.cases.notices.queries import notices_of
from amparo.design.parts import Task
from amparo.methods import clock
from amparo.people.country import end_of_today
from amparo.people.models import User

SHOWN = 8


def due(user: User) -> dict[str, Any]:
    """What this person's mandates must meet on running clocks, the soonest first."""
    now = clock.now()
    clocks = mine(user)
    return {
        "tasks": [presenters.task(row) for row in clocks.ticking().soonest(SHOWN)],
        "late": capped(clocks.late(now)),
        "today": capped(clocks.due_between(now, end_of_today())),
        "now": now,
    }


def clocks(case: Case, user: User) -> dict[str, Any]:
    """The times that run on this file; in an erased one none does."""
    now = clock.now()
    return {"running": presenters.running(case, standing_of(user), now), "now": now}


def notices(user: User) -> dict[str, Any]:
    """What this person was told of and has not seen yet, as far as it is still so."""
    unseen = notices_of(user).still_true(user).unseen()
    return {"unseen": unseen.count(), "watched": unseen.of_kind("watched").count()}


def emergencies(user: User) -> dict[str, Any]:
    """Openings that this person was told of and that wait for the review."""
    rows = told_to(user).unreviewed()[:SHOWN]
    return {
        "tasks": [
            Task(
                _("%(mark)s: %(who)s opened a file in an emergency")
                % {"mark": row.mark, "who": row.by},
                reverse("cases:emergencies"),
                row.unit.name,
                row.at + REVIEW_WITHIN,
            )
            for row in rows
        ]
    }
