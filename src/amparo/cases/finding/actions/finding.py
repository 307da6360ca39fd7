"""Finding a person among the files whose identity one may open: by number, contact or name.

What is looked for is in no query, address or log. A number or a full name with its year is found by
its blind index; other names by opening what is sealed for looking through, under one audit row.
Each file that is shown is then opened by itself, so that whoever looks after it sees that.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, is_allowed, require
from amparo.cases.finding.actions.lookups import digests
from amparo.cases.finding.queries import indexed_as, persons_openable_by
from amparo.cases.models import Case
from amparo.cases.queries import cases_for
from amparo.methods.likeness import ALIKE, SAME, Likeness
from amparo.methods.names import words
from amparo.people.models import User
from amparo.vault.actions import open_sealed
from amparo.vault.blind import Indexed
from amparo.vault.cipher import CannotOpen
from amparo.vault.lookthrough import Looked, look_through
from amparo.vault.models import Compartment

MOST = 20
LEAST_LETTERS = 3


class Why(StrEnum):
    """Why a file is shown. No number: how like a name is, is for the reader to judge."""

    SAME_DOCUMENT = "same_document"
    SAME_CONTACT = "same_contact"
    SAME_NAME_AND_YEAR = "same_name_and_year"
    SAME_NAME = "same_name"
    LIKE_NAME = "like_name"


BY_INDEX = {
    Indexed.DOCUMENT: Why.SAME_DOCUMENT,
    Indexed.CONTACT: Why.SAME_CONTACT,
    Indexed.NAME_AND_YEAR: Why.SAME_NAME_AND_YEAR,
}


@dataclass(frozen=True)
class Hit:
    case: Case
    why: tuple[Why, ...]


@dataclass(frozen=True)
class Found:
    """`more`: how many further files resemble; `unread`: how many could not be looked through."""

    hits: list[Hit]
    more: int = 0
    unread: int = 0


@action
def find(wanted: Mapping[str, str], *, by: User, purpose: str) -> Found:
    """`wanted`: name, birth_year, document, contact, as far as known. Raises Refused."""
    require(by, Act.FIND_PERSON)
    index, parts = _digests(wanted), words(wanted.get("name", ""))
    if not any(index.values()) and len("".join(parts)) < LEAST_LETTERS:
        raise Refused(
            _(
                "Write at least three letters of the name, a document number of at least five"
                " signs, or a whole telephone number or e-mail address."
            )
        )
    why: dict[UUID, list[Why]] = defaultdict(list)
    for case, what in indexed_as(index, by):
        why[case].append(BY_INDEX[Indexed(what)])
    looked = _look_through(parts, by=by, purpose=purpose)
    for likeness, case in _alike(looked, parts, wanted.get("birth_year", "")):
        why[case].append(Why.SAME_NAME if likeness == SAME else Why.LIKE_NAME)
    hits = [
        Hit(case, tuple(why[case.pk]))
        for case in open_each(list(why)[:MOST], by=by, purpose=purpose)
    ]
    return Found(hits, max(0, len(why) - MOST), looked.unread)


def _digests(wanted: Mapping[str, str]) -> dict[Indexed, set[bytes]]:
    first, _space, rest = wanted.get("name", "").strip().partition(" ")
    return digests(
        {
            "given_name": first,
            "family_name": rest,
            "birth_date": wanted.get("birth_year", ""),
            "document": wanted.get("document", ""),
            "safe_contact": wanted.get("contact", ""),
        }
    )


def _look_through(parts: list[str], *, by: User, purpose: str) -> Looked:
    if not parts:
        return Looked([], 0)
    return look_through(
        persons_openable_by(by), "sought",
        compartment=Compartment.IDENTITY, by=by, purpose=purpose,
    )  # fmt: skip


def _alike(looked: Looked, parts: list[str], year: str) -> list[tuple[float, UUID]]:
    """The likest first. A year that is not known is no reason against."""
    likeness, found = Likeness(parts), []
    for case, text in looked.texts:
        names, _bar, born = text.partition("|")
        how = likeness.of(names.split(" "))
        if how >= ALIKE and (not year or not born or year == born[:4]):
            found.append((how, UUID(bytes=case)))
    return sorted(found, key=lambda each: -each[0])


def open_each(cases: list[UUID], *, by: User, purpose: str) -> list[Case]:
    """Those that are shown, each opened under a row of its own; what does not open is not shown."""
    shown = []
    known = cases_for(by).in_bulk(cases)
    for case in cases:
        if not is_allowed(by, Act.OPEN_IDENTITY, case):
            continue
        try:
            open_sealed(case, Compartment.IDENTITY, by=by, purpose=purpose)
            shown.append(known[case])
        except (CannotOpen, KeyError):
            continue
    return shown
