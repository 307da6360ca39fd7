"""A file by reference and pseudonym, to whoever may see it."""

from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from amparo.access.two_persons import Proposal
from amparo.cases.models import Case
from amparo.cases.queries import case_seen
from amparo.design import tokens
from amparo.design.parts import Row, Words


def link_to(case: Case) -> SafeString:
    href = reverse("cases:detail", args=[case.reference])
    return format_html(
        '<a href="{}">{}</a> “{}”', href, tokens.reference(case.reference), case.pseudonym
    )


def file_row(title: Words, pk: UUID | None) -> list[Row]:
    """The way to it, for whoever is to decide on something about it."""
    case = case_seen(pk)
    return [Row(title, link_to(case))] if case else []


def file_of(proposal: Proposal) -> list[Row]:
    return file_row(_("File"), proposal.case_id)


def both(this: UUID | None, other: UUID | None) -> list[Row]:
    """What stands between two files is about."""
    return [*file_row(_("This file"), this), *file_row(_("The other file"), other)]
