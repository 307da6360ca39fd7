from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from amparo.cases.models import Case
    from amparo.cases.questions.models import CountryAnswer


def answers_of(case: Case) -> list[CountryAnswer]:
    """Every answer, oldest first, each with what is in clear of it."""
    from amparo.cases.questions.models import CountryAnswer

    rows = CountryAnswer.objects.of(case).select_related("by", "plain")
    return list(rows.in_order())


def standing_answers(case: Case) -> list[CountryAnswer]:
    """The newest answer to each question, in the order in which they were first answered."""
    return list({row.field: row for row in answers_of(case)}.values())
