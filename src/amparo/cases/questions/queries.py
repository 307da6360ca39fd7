from __future__ import annotations

from typing import TYPE_CHECKING

from amparo.people.country import country

if TYPE_CHECKING:
    from amparo.cases.models import Case
    from amparo.cases.questions.models import CountryAnswer


def answers_of(case: Case) -> list[CountryAnswer]:
    """Every answer, oldest first and then as they were asked, with what is in clear of it."""
    from amparo.cases.questions.models import CountryAnswer

    rows = CountryAnswer.objects.of(case).select_related("by", "plain")
    places = {code: place for place, code in enumerate(country().fields)}
    return sorted(rows.in_order(), key=lambda row: (row.at, places.get(row.field, len(places))))


def standing_answers(case: Case) -> list[CountryAnswer]:
    """The newest answer to each question, in the order in which they were first answered."""
    return list({row.field: row for row in answers_of(case)}.values())
