from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from amparo.access.standing import standing_of
from amparo.cases.models import Case
from amparo.cases.queries import rows_of

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from amparo.justice.models import Allegation, Plea
    from amparo.people.models import User


def allegations_of(case: Case) -> list[Allegation]:
    """The first raised first, with requests, answers and outcomes."""
    from amparo.justice.models import Allegation

    rows = rows_of(Allegation, case).prefetch_related("pleas__replies", "outcomes")
    return list(rows.in_order())


def allegation_with(case: Case, pk: UUID) -> Allegation | None:
    return next((row for row in allegations_of(case) if row.pk == pk), None)


def plea_with(case: Case, pk: UUID) -> Plea | None:
    from amparo.justice.models import Plea

    rows = rows_of(Plea, case).select_related("allegation").prefetch_related("replies")
    return rows.filter(pk=pk).first()


def pleas_of(allegation: Allegation) -> list[Plea]:
    return sorted(allegation.pleas.all(), key=lambda plea: (plea.day, plea.at))


def answers_of(plea: Plea) -> list[str]:
    return [row.answer for row in sorted(plea.replies.all(), key=lambda reply: reply.number)]


def outcome_of(allegation: Allegation) -> str:
    """How it ended, as it stands now; "" while it has not."""
    last = max(allegation.outcomes.all(), key=lambda row: row.number, default=None)
    return last.outcome if last else ""


def allegations_seen_by(user: User) -> QuerySet[Allegation]:
    """Those that have not ended, in every file that this person may see, the oldest first."""
    from amparo.justice.models import Allegation

    open_ones = Allegation.objects.visible_to(standing_of(user)).filter(outcomes=None)
    rows = open_ones.exclude(case__identification="closed").select_related("case")
    return rows.prefetch_related("pleas__replies").order_by("at", "pk")
