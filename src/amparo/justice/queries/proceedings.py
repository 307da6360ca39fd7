"""Dates and duties of a file or of its dossier, which have one id: neither side sees more."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from amparo.people.country import today

if TYPE_CHECKING:
    from amparo.justice.models import (
        DropTold,
        Hearing,
        HearingEnd,
        Judgment,
        Proceeding,
        Protection,
        Stage,
    )


def proceedings_of(case_id: UUID) -> list[Proceeding]:
    """The first reported first."""
    from amparo.justice.models import Proceeding

    rows = Proceeding.objects.about(case_id).select_related("by")
    return list(rows.order_by("day", "at", "pk"))


def proceeding_with(case_id: UUID, pk: UUID) -> Proceeding | None:
    return next((row for row in proceedings_of(case_id) if row.pk == pk), None)


def stages_of(case_id: UUID) -> list[Stage]:
    """In the order in which they were recorded."""
    from amparo.justice.models import Stage

    return list(Stage.objects.about(case_id).select_related("by", "proceeding"))


def last_stage(proceeding: Proceeding) -> Stage | None:
    return proceeding.stages.order_by("number").last()


def last_stages(case_id: UUID) -> dict[UUID, Stage]:
    """Where each proceeding stands, by its id."""
    found: dict[UUID, Stage] = {}
    for row in sorted(stages_of(case_id), key=lambda stage: stage.number):
        found[row.proceeding_id] = row
    return found


def untold_drops(case_id: UUID) -> list[Stage]:
    """Decisions to drop that nobody told the person of, the first one first."""
    from amparo.cases.machine import State
    from amparo.justice.models import Stage

    dropped = Stage.objects.about(case_id).filter(stage=State.DROPPED, told=None)
    return list(dropped.select_related("proceeding").order_by("day", "at"))


def told_drops(case_id: UUID) -> list[DropTold]:
    from amparo.justice.models import DropTold

    return list(DropTold.objects.about(case_id).select_related("by", "stage"))


def hearings_of(case_id: UUID) -> list[Hearing]:
    """The next one first."""
    from amparo.justice.models import Hearing

    rows = Hearing.objects.about(case_id).select_related("by", "proceeding")
    return list(rows.prefetch_related("preparations").order_by("day", "at"))


def open_hearings(case_id: UUID) -> list[Hearing]:
    """Those that nobody has closed, the next one first."""
    ended = {row.hearing_id for row in ended_hearings(case_id)}
    return [row for row in hearings_of(case_id) if row.pk not in ended]


def ended_hearings(case_id: UUID) -> list[HearingEnd]:
    """The last one first."""
    from amparo.justice.models import HearingEnd

    rows = HearingEnd.objects.about(case_id).select_related("by", "hearing")
    return list(rows.order_by("-hearing__day", "-at"))


def overdue_hearings(case_id: UUID) -> list[Hearing]:
    """Those whose day has come and that nobody has closed."""
    return [row for row in open_hearings(case_id) if row.day <= today()]


def judgments_of(case_id: UUID) -> list[Judgment]:
    from amparo.justice.models import Judgment

    rows = Judgment.objects.about(case_id).select_related("by", "proceeding")
    return list(rows.order_by("day", "at"))


def protections_of(case_id: UUID) -> list[Protection]:
    """Those that last first, then those that are over."""
    from amparo.justice.models import Protection

    rows = list(Protection.objects.about(case_id).select_related("by", "end").order_by("since"))
    return sorted(rows, key=is_over)


def lasting_protections(case_id: UUID) -> list[Protection]:
    return [row for row in protections_of(case_id) if not is_over(row)]


def is_over(row: Protection) -> bool:
    return hasattr(row, "end") or (row.until is not None and row.until < today())
