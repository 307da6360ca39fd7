"""The list of what is asked, as a page and as a sheet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from amparo.commitments import presenters
from amparo.commitments.following.models import Progress
from amparo.commitments.following.queries import institutions
from amparo.commitments.models import Ask
from amparo.commitments.presenters import AskCard
from amparo.methods import spreadsheet


@dataclass(frozen=True)
class Asked:
    card: AskCard
    in_charge: str
    state: str


def rows(found: Iterable[Any]) -> list[Asked]:
    """`found`: asks with their `state` and `institution`."""
    named: Mapping[UUID, str] = {each.pk: each.name for each in institutions()}
    return [_row(ask, named) for ask in found]


def _row(ask: Any, named: Mapping[UUID, str]) -> Asked:  # noqa: ANN401  with what was added to it
    state = str(Progress.State(ask.state).label) if ask.state else ""
    return Asked(presenters.ask_card(ask), named.get(ask.institution, ""), state)


def as_csv(found: Iterable[Ask]) -> str:
    """One line an ask: UTF-8 with CRLF; several of a kind are parted by semicolons."""
    header = (
        _("Paragraph"), _("Text"), _("What is asked"), _("Verb"), _("Force"), _("Of whom"),
        _("By when"), _("By when (code)"), _("Condition"), _("Instruments"), _("In charge"),
        _("Where it stands"),
    )  # fmt: skip
    return spreadsheet.as_csv(header, _lines(found))


def _lines(found: Iterable[Ask]) -> Iterator[tuple[str, ...]]:
    found = list(found)
    for ask, row in zip(found, rows(found), strict=True):
        clauses = row.card.clauses
        yield (
            row.card.label,
            str(presenters.said(ask.document, "title")),
            row.card.text,
            row.card.verb,
            "; ".join(dict.fromkeys(str(clause.force) for clause in clauses)),
            "; ".join(row.card.addressees),
            row.card.window,
            ask.window,
            "; ".join(dict.fromkeys(str(e) for clause in clauses for e in clause.escapes)),
            "; ".join(row.card.instruments),
            row.in_charge,
            row.state,
        )
