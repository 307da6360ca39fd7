"""Which of two texts was said first."""

from datetime import date

from amparo.commitments.models import Document


def said_first(one: Document, other: Document) -> Document:
    """By their days, of one day by their order here; `one` when nothing tells them apart."""
    return min(one, other, key=_place)


def _place(document: Document) -> tuple[date, bool]:
    """A draft stands before what was adopted on the same day."""
    return document.said_on or date(document.year, 1, 1), document.status != "draft"
