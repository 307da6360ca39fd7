"""The list of reports, and one of them."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amparo.commitments.presenters import said
from amparo.commitments.reports.models import Report
from amparo.commitments.reports.writers import WRITERS, blocks_of, subtitle
from amparo.design.parts import Task

FORMATS = (
    ("pdf", gettext_lazy("PDF")),
    ("docx", gettext_lazy("Word file (DOCX)")),
    ("csv", gettext_lazy("Sheet (CSV)")),
)


def tasks(reports: Iterable[Report], name: str = "commitments:report") -> list[Task]:
    return [
        Task(
            said(report, "title"),
            reverse(name, args=[report.pk]),
            subtitle(report),
            state=_("on the public page") if report.public_since else "",
            tone="good",
        )
        for report in reports
    ]


def page(report: Report, name: str) -> dict[str, Any]:
    """`name`: of the address by which its files are taken."""
    return {
        "report": report,
        "title": said(report, "title"),
        "subtitle": subtitle(report),
        "blocks": blocks_of(report),
        "files": [
            (reverse(name, args=[report.pk, shape]), words)
            for shape, words in FORMATS
            if shape in WRITERS
        ],
        "key": uuid4(),
        "made": _("Made on %(day)s.") % {"day": date_format(report.at)},
    }
