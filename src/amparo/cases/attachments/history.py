"""The attachments' part of a case's timeline."""

from django.utils.translation import gettext as _

from amparo.cases.attachments.models import Attachment
from amparo.cases.models import Case
from amparo.cases.queries import rows_of
from amparo.design.parts import Entry


def entries(case: Case) -> list[Entry]:
    return [*map(_attachment, rows_of(Attachment, case))]


def _attachment(row: Attachment) -> Entry:
    return Entry(
        id=f"e-{row.pk}", title=_("An attachment was added"), moment=row.at,
        text=_("Sealed: it opens with a purpose."), actor=str(row.by), kind=_("Attachment"),
        icon="paperclip",
    )  # fmt: skip
