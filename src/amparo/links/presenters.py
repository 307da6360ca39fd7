"""Who belongs together, on a page of the file and on the case page."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from amparo.access.policy import Standing
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.cases.pages.parts import Banner, Reader
from amparo.cases.queries import cases_for
from amparo.design.parts import Task
from amparo.links.actions.looking import Possible
from amparo.links.models import Merging
from amparo.links.queries import can_look, last_look, merging_of
from amparo.links.sections import bonds, same
from amparo.links.words import why
from amparo.people.models import User

NEW = (State.SIGNAL, State.SCREENED)


def page(reader: Reader) -> dict[str, Any]:
    merging = merging_of(reader.case)
    return {
        "banner": _banner() if merging else None,
        "sections": [same.section(reader), bonds.section(reader)],
    }


def _banner() -> Banner:
    return Banner(
        _("This file is continued in another one"),
        _("Two files were about one person. Nothing more is written in this one, and the person"
          " is counted once. Two persons may undo it."),
        "warn",
    )  # fmt: skip


def possible_rows(found: Iterable[Possible], reader: Reader) -> list[dict[str, Any]]:
    """Each file with its reasons in words, and what may be said about it; a name is in none."""
    return [
        {
            "case": possible.case,
            "heading": possible.case.pseudonym,
            "why": why(possible),
            "ways": reader.way("merge", possible.case.pk) + reader.way("apart", possible.case.pk),
        }
        for possible in found
    ]


def tasks(case: Case, standing: Standing) -> list[Task]:
    """A new file is compared once, by whoever may know its names; nothing waits for that."""
    if case.identification not in NEW or last_look(case) or not can_look(case, standing):
        return []
    href = reverse("links:duplicates", args=[case.reference])
    return [Task(_("See whether this person is known already"), href, _("Possible duplicates"))]


def panel(case: Case, user: User) -> dict[str, Any]:
    """At the top of the case page, where a file is continued elsewhere."""
    merging = merging_of(case)
    return {"merged": merging, "kept": _kept(merging, user)}


def _kept(merging: Merging | None, user: User) -> Case | None:
    return cases_for(user).filter(pk=merging.other_id).first() if merging else None
