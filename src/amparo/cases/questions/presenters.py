"""What the page of a file shows of the country's own questions."""

from typing import Any

from django.utils.translation import gettext as _

from amparo.access.policy import Act, may
from amparo.access.standing import standing_of
from amparo.cases.glance import erased
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.cases.questions.models import CountryAnswer
from amparo.cases.questions.queries import standing_answers
from amparo.cases.questions.words import named, said
from amparo.design.parts import Row, Words
from amparo.people.country import country
from amparo.people.models import User


def panel(case: Case, user: User) -> dict[str, Any]:
    """The newest answer to each question; in an erased file none."""
    gone = erased(case)
    return {
        "rows": [] if gone else answered(case),
        "asks": not gone
        and case.identification != State.CLOSED
        and may(standing_of(user), Act.WRITE_CASE)
        and bool(country().fields_of("file")),
    }


def answered(case: Case) -> list[Row]:
    return [Row(named(row.field), shown(row)) for row in standing_answers(case)]


def answered_in_clear(case: Case) -> list[Row]:
    """The newest answers that no key opens, for the person's copy."""
    return [Row(named(row.field), shown(row)) for row in standing_answers(case) if row.text is None]


def shown(row: CountryAnswer) -> Words:
    """What may be read without a key."""
    if row.text is not None:
        return _("Sealed: it opens with a purpose.")
    plain = getattr(row, "plain", None)
    return said(row.field, plain.value) if plain else _("Erased")
