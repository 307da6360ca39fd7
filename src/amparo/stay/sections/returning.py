from django.utils.translation import gettext as _

from amparo.cases.pages.parts import Reader, Section, Way, step
from amparo.design import tokens
from amparo.design.parts import Row, Task
from amparo.people.codes import label
from amparo.people.country import country, day_of, today
from amparo.stay.models import ReturnRisk, ReturnWish
from amparo.stay.queries import (
    answers_of,
    arrival_of,
    decision_of,
    is_away,
    last_wish,
    risks_of,
    standing_wish,
    travel_of,
)
from amparo.stay.rules import assessed_hindrance, decision_hindrance
from amparo.stay.words import PLACES, QUESTIONS


def wish(reader: Reader) -> Section:
    last, stands = last_wish(reader.case), standing_wish(reader.case)
    deed = "wish-end" if stands else "wish"
    ways = [] if travel_of(stands) else reader.ways(deed)
    return Section(
        _("Wish to return"), "message", _wish_rows(last) if last else [],
        _("The person has not said that they wish to return; nobody presses them."), ways,
        _wish_step(reader, stands, ways),
    )  # fmt: skip


def _wish_rows(row: ReturnWish) -> list[Row]:
    rows = [
        Row(_("Wish written down"), tokens.day(day_of(row.at))),
        Row(_("Language"), label("languages", row.language)),
        Row(_("Told before"), "; ".join(label("return_topics", code) for code in row.topics)),
    ]
    if hasattr(row, "end"):
        rows.append(Row(_("The wish ended"), label("wish_ends", row.end.reason)))
    return rows


def _wish_step(reader: Reader, row: ReturnWish | None, ways: list[Way]) -> Task:
    title = _("Wish to return")
    if row is None and is_away(reader.case):
        return step(title, _("the person has returned"), "good", [])
    if row is None:
        return step(title, _("none"), "good", [])
    return step(title, _("stands"), "info", ways)


def risks(reader: Reader) -> Section:
    """What was found stays to be read once the person has returned, or has changed their mind."""
    stands, last = standing_wish(reader.case), last_wish(reader.case)
    found = risks_of(reader.case, last) if last else {}
    rows = [row for each in found.values() if each for row in _risk_rows(each)]
    ways = reader.ways("risks") if stands and not travel_of(stands) else []
    said = assessed_hindrance(answers_of(reader.case, stands)) if stands else ""
    return Section(
        _("Risks of a return"), "scale", rows,
        said or _("The risks are assessed once the person wishes to return."), ways,
        _risks_step(reader, stands, ways),
    )  # fmt: skip


def _risk_rows(row: ReturnRisk) -> list[Row]:
    answers = [
        f"{words}: {label('risk_answers', getattr(row, name))}."
        for name, words in QUESTIONS.items()
    ]
    return [
        Row(
            PLACES[row.place],
            _("Assessed on %(day)s") % {"day": tokens.day_in_words(day_of(row.at))},
        ),
        *(Row("", answer) for answer in answers),
    ]


def _risks_step(reader: Reader, row: ReturnWish | None, ways: list[Way]) -> Task | None:
    title = _("Risks of a return")
    if row is None:
        return None
    if travel_of(row):
        return step(title, _("assessed"), "good", [])
    most = country().return_assessment_days
    if said := decision_hindrance(answers_of(reader.case, row), today(), most):
        return step(title, _("to assess"), "warn", ways, note=said)
    return step(title, _("assessed in both places"), "good", [])


def journey(reader: Reader) -> Section:
    stands = standing_wish(reader.case)
    deed = _next_deed(stands)
    ways = reader.ways(deed) if deed else []
    return Section(
        _("Journey"), "send", _journey_rows(stands or last_wish(reader.case)),
        _("No return is decided."), ways, _journey_step(stands, ways),
    )  # fmt: skip


def _journey_rows(row: ReturnWish | None) -> list[Row]:
    decided, travelled, arrived = decision_of(row), travel_of(row), arrival_of(row)
    rows = []
    if decided:
        rows.append(Row(_("Return decided"), tokens.day(day_of(decided.at))))
    if travelled:
        who = label("travel_companies", travelled.company)
        rows += [Row(_("Left on"), tokens.day(travelled.day)), Row(_("Travelled"), who)]
    if arrived:
        who = label("arrival_confirmers", arrived.confirmer)
        how = label("arrival_ways", arrived.way)
        rows.append(Row(_("Arrived on"), tokens.day(arrived.day)))
        rows.append(Row(_("Confirmed by"), f"{who}. {how}."))
    return rows


def _next_deed(stands: ReturnWish | None) -> str:
    if stands is None:
        return ""
    if travel_of(stands):
        return "arrival"
    return "travel" if decision_of(stands) else "return"


def _journey_step(stands: ReturnWish | None, ways: list[Way]) -> Task | None:
    title = _("Journey")
    if stands is None:
        return None
    if travel_of(stands):
        return step(title, _("arrival to be confirmed"), "warn", ways)
    if decision_of(stands):
        return step(title, _("decided and prepared"), "info", ways)
    return step(title, _("not decided"), "info", ways)
