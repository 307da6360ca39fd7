"""The words of the screening's pages: made of the answers and the data, without a database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.template.defaultfilters import linebreaksbr
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from amparo.design.parts import Row, Task
from amparo.design.tokens import moment
from amparo.people.codes import label
from amparo.people.country import country
from amparo.people.models import User
from amparo.screening import guidance, indicators, questionnaire
from amparo.screening.assessment import Assessment, Reason, assess
from amparo.screening.guidance import Step
from amparo.screening.models import Screening
from amparo.screening.pages import Answers, Page
from amparo.screening.queries import own_screenings
from amparo.vocab.country import NUMBERS, PhoneNumber
from amparo.vocab.datafile import Text

IN_DANGER = "danger"  # the block of guidance, and the page of the questionnaire that opens it
SHOWN_AT_HOME = 5


def language() -> str:
    return get_language() or "en"


def say(text: Text) -> str:
    return text.say(language())


@dataclass(frozen=True)
class Call:
    """A service to call. `dialled` is the number as a telephone wants it."""

    name: str
    phone: str
    dialled: str
    hours: str


@dataclass(frozen=True)
class Signs:
    """Signs of one dimension, each with how it is known (nothing for one that is not)."""

    dimension: str
    signs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Result:
    """The page after a screening, top to bottom."""

    title: str
    meaning: str
    now: tuple[str, ...]
    calls: tuple[Call, ...]
    say: tuple[str, ...]
    why: tuple[Signs, ...]
    also: tuple[Signs, ...]
    unknown: tuple[Signs, ...]
    cites: tuple[str, ...]


def child_reason(answers: Answers) -> str:
    """Why the child route stands; nothing for an adult, or before the age was asked."""
    if "age" not in answers or questionnaire.route(answers) == "adult":
        return ""
    if answers["age"] == "child":
        return _("The person is under 18.")
    return _("The age is not sure. Doubt protects: the person is treated as a child.")


def child_badge(answers: Answers) -> str:
    """The same in a few words, for the line above each question."""
    if not child_reason(answers):
        return ""
    return _("Child route: under 18") if answers["age"] == "child" else _("Child route: in doubt")


def calls(codes: Iterable[str]) -> tuple[Call, ...]:
    return tuple(_call(country().numbers[code]) for code in codes)


def danger() -> dict[str, Any]:
    """What to do and whom to call when somebody is in danger."""
    block = guidance.load().before[IN_DANGER]
    return {
        "now": [say(step.text) for step in block.now],
        "say": [say(step.text) for step in block.say],
        "first": calls(block.call),
        "others": calls(code for code in NUMBERS if code not in block.call),
    }


def heading(page: Page, answers: Answers) -> dict[str, Any]:
    """What stands above a question: its part, and what must not be forgotten meanwhile."""
    questions = questionnaire.load()
    part, parts = questions.part_of(page)
    in_danger = answers.get(IN_DANGER) == "yes" and page.slug != IN_DANGER
    return {
        "part": part,
        "parts": parts,
        "question": say(page.question),
        "hint": say(page.hint) if page.hint else "",
        "part_title": questions.part_title(page, language()),
        "child": child_badge(answers) if page.slug != "age" else "",
        "urgent": calls(guidance.load().before[IN_DANGER].call) if in_danger else (),
    }


def check_rows(screening: Screening) -> list[Row]:
    """Each question with its answer and the link to change it; then back to the check."""
    rows = questionnaire.load().summary(screening.answers, language())
    return [
        Row(row.question, linebreaksbr(row.answer), f"{_question(screening, row.slug)}?then=check")
        for row in rows
    ]


def result(screening: Screening) -> Result:
    """The guidance for the class that was stored, with the signs that are behind it."""
    facts = questionnaire.load().facts(screening.answers)
    found = replace(assess(facts), result=screening.result)
    words = guidance.guide(found, facts)
    return Result(
        title=say(words.title),
        meaning=say(words.meaning),
        now=_said(words.now),
        calls=calls(words.call),
        say=_said(words.say),
        why=_known(found.reasons),
        also=_known(found.also),
        unknown=_not_known(found),
        cites=tuple(dict.fromkeys(cite for step in words.now + words.say for cite in step.cites)),
    )


def tasks(screenings: Iterable[Screening]) -> list[Task]:
    return [_task(screening) for screening in screenings]


def home_drafts(user: User) -> dict[str, Any]:
    """Context of the home page's block: the drafts that wait for their end."""
    return {"drafts": tasks(own_screenings(user).drafts()[:SHOWN_AT_HOME])}


def _task(screening: Screening) -> Task:
    name = screening.result
    known = guidance.load().results
    return Task(
        title=format_html(_("Begun on {moment}"), moment=moment(screening.started_at)),
        href=reverse("screening:resume", args=[screening.pk]),
        note=say(known[name].title) if name in known else _place(screening),
        state=_("finished") if screening.finished_at else _("draft"),
        tone="good" if screening.finished_at else "info",
    )


def _place(screening: Screening) -> str:
    """How far a draft has come, in words."""
    missing = questionnaire.load().missing(screening.answers)
    if not missing:
        return _("All answered: check your answers.")
    part, parts = questionnaire.load().part_of(missing[0])
    return _("You are in part %(part)s of %(parts)s.") % {"part": part, "parts": parts}


def _question(screening: Screening, slug: str) -> str:
    return reverse("screening:question", args=[screening.pk, slug])


def _call(number: PhoneNumber) -> Call:
    dialled = number.phone.replace(" ", "")
    return Call(say(number.label), number.phone, dialled, say(number.hours))


def _said(steps: Sequence[Step]) -> tuple[str, ...]:
    return tuple(say(step.text) for step in steps)


def _known(reasons: Sequence[Reason]) -> tuple[Signs, ...]:
    return _by_dimension((reason.sign, label("marks", reason.mark)) for reason in reasons)


def _not_known(found: Assessment) -> tuple[Signs, ...]:
    return _by_dimension((code, "") for code in found.unknown)


def _by_dimension(signs: Iterable[tuple[str, str]]) -> tuple[Signs, ...]:
    known, groups = indicators.load(), dict[str, list[tuple[str, str]]]()
    for code, mark in signs:
        sign = known.signs[code]
        groups.setdefault(sign.dimension, []).append((say(sign.label), mark))
    return tuple(Signs(say(known.dimensions[code].label), tuple(g)) for code, g in groups.items())
