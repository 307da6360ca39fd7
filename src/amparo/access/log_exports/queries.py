from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models

from amparo.access.queries import grants
from amparo.access.standing import standing_of
from amparo.access.two_persons.queries import OPEN_FOR, released
from amparo.audit.queries import entries

if TYPE_CHECKING:
    from amparo.access.log_exports.models import LogExport
    from amparo.access.log_question import Question
    from amparo.people.models import User

EXPORT_LOG, EXPORT_AUDIT = "export_log", "export_audit"
EXPORTED = 100_000


class LogExportQuerySet(models.QuerySet["LogExport"]):
    def by(self, user: User) -> LogExportQuerySet:
        return self.filter(by=user)


def export_with(pk: UUID) -> LogExport | None:
    from amparo.access.log_exports.models import LogExport

    return LogExport.objects.filter(pk=pk).first()


def released_exports(user: User) -> list[tuple[LogExport, datetime]]:
    """What this person may download now, and until when; what closes first comes first."""
    found = released(user, EXPORT_LOG).order_by("steps__at", "pk")
    agreed = list(found.values_list("subject", "steps__at"))
    return [(row, at + OPEN_FOR) for pk, at in agreed if (row := export_with(pk))]


def released_export(user: User, pk: UUID) -> LogExport | None:
    """One's own, while it is open; None for any other."""
    return next((row for row, _ in released_exports(user) if row.pk == pk), None)


def stands_in_rows(user: User, asked: Question) -> bool:
    """Whether the rows are about this person: the account asked for, or the file's own people."""
    if asked.person == user.pk:
        return True
    return asked.case is not None and worked_on(user, asked.case)


def worked_on(user: User, case_id: UUID) -> bool:
    """A unit of theirs has or had the file, or they stand in its rows of the log."""
    ever = grants().of_case(case_id).filter(unit__in=standing_of(user).units)
    return ever.exists() or entries().of_case(case_id).filter(actor=user.pk).exists()
