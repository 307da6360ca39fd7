"""This room's part of the home page: clocks that are due, clocks that are late."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from amparo.access.glass import REVIEW_WITHIN
from amparo.access.glass.queries import told_to
from amparo.access.policy import Standing, may
from amparo.access.standing import standing_of
from amparo.cases.models import Clock
from amparo.cases.presenters import DOABLE
from amparo.cases.queries import clocks_for
from amparo.cases.words import CLOCKS
from amparo.design.parts import Task
from amparo.methods import clock
from amparo.people.models import User

SHOWN = 8


def due(user: User) -> dict[str, Any]:
    """What this person's mandates have to do on running clocks, the soonest first."""
    now = clock.now()
    clocks = clocks_for(user).running().for_rules(_mine(standing_of(user)))
    return {
        "tasks": [_task(row) for row in clocks.soonest_first()[:SHOWN]],
        "late": clocks.late(now).count(),
        "today": clocks.due_before(now + timedelta(days=1)).count(),
        "now": now,
    }


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


def _mine(standing: Standing) -> tuple[str, ...]:
    """The clocks that someone with these mandates can meet."""
    return tuple(doable.rule for doable in DOABLE if doable.rule and may(standing, doable.act))


def _task(row: Clock) -> Task:
    href = reverse("cases:detail", args=[row.case.reference])
    return Task(CLOCKS[row.rule], href, f"{row.case.reference} “{row.case.pseudonym}”", row.due_at)
