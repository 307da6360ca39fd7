"""What the paper says, in the languages that all of its sentences are translated to."""

from collections.abc import Iterable, Sequence
from datetime import date

from babel.dates import format_date
from django.conf import settings
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _

from amparo.cases.clocks.models import Clock
from amparo.cases.clocks.queries import running_clocks
from amparo.cases.clocks.rules import rule_of
from amparo.cases.decisions.findings import FOUND, When, when
from amparo.cases.decisions.models import Decision
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.design.paper.letters import Letter
from amparo.people.codes import label
from amparo.people.country import country, day_of, today
from amparo.vocab.datafile import Text

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)
LETTER = Letter("decision_notice", LANGUAGES, ("reference", "day", "result"))
FALLBACK = "en"
RIGHT_TO_LEFT = {"ar", "fa", "ps", "ur"}

RESULTS = {
    State.PRESUMED: gettext_lazy(
        "There are good reasons to believe that you may be a victim of trafficking in persons. A"
        " protected period has begun, to recover and to think. No final decision is taken before"
        " it ends, and nobody may shorten it."
    ),
    State.NOT_PRESUMED: gettext_lazy(
        "Today there are not enough reasons to believe that you may be a victim of trafficking in"
        " persons. This does not say that what you told is not true."
    ),
    State.CONFIRMED: gettext_lazy("You are identified as a victim of trafficking in persons."),
    State.NOT_CONFIRMED: gettext_lazy(
        "You are not identified as a victim of trafficking in persons. This does not say that what"
        " you told is not true."
    ),
}
HELP = gettext_lazy("You may ask for help, also when you do not agree, and without speaking to the"
                    " police.")  # fmt: skip


def language_for(spoken: Iterable[str]) -> str:
    """The first language of the person that the paper can be had in, else English."""
    return next((code for code in spoken if code in LANGUAGES), FALLBACK)


def contents(case: Case, decision: Decision, language: str) -> dict[str, object]:
    """All that the template is given; whoever finds the paper learns nothing at a glance."""
    with override(language):
        return {
            "title": _("Information for you"),
            "language": language,
            "right_to_left": language in RIGHT_TO_LEFT,
            "values": {
                "reference": case.reference,
                "day": _day(today()),
                "result": decision.result,
            },
            "opening": [*_interpreted(case, language), _day(today()), case.reference],
            "sections": [
                _section(_("What was decided"), [str(RESULTS[State(decision.result)]), str(HELP)]),
                _section(_("Why"), _why(decision, language)),
                _section(_("If you do not agree"), _anew(case, decision)),
                _section(_("Whom you can call"), _numbers(case), listed=True),
            ],
        }


def _section(heading: str, lines: Sequence[str], *, listed: bool = False) -> dict[str, object]:
    said = [{"text": line, "label": "", "own": False} for line in lines]
    return {"heading": heading, "lead": [], "lines": said, "listed": listed}


def _interpreted(case: Case, language: str) -> list[str]:
    if language in case.languages:
        return []
    spoken = ", ".join(label("languages", code) for code in case.languages)
    said = _("An interpreter must read this to the person, in a language the person understands.")
    return [f"{said} ({spoken})" if spoken else said]


def _why(decision: Decision, language: str) -> list[str]:
    found = [_finding(each, language) for each in decision.findings]
    weighed = ", ".join(label("evidence_kinds", code) for code in decision.evidence)
    said = [label("status_reasons", decision.reason) + ".", *found]
    return [*said, _("What was looked at: %(what)s.") % {"what": weighed}] if weighed else said


def _finding(each: dict[str, str], language: str) -> str:
    words = {
        "form": label("forms", each["form"]),
        "since": _month(each["since"], language),
        "until": _month(each["until"], language),
    }
    if each["standing"] != FOUND:
        return _("%(form)s: not found.") % words
    if words["since"] and words["until"]:
        return _("%(form)s: found, from %(since)s until %(until)s.") % words
    if words["since"]:
        return _("%(form)s: found, from %(since)s.") % words
    if words["until"]:
        return _("%(form)s: found, until %(until)s.") % words
    return _("%(form)s: found.") % words


def _month(text: str, language: str) -> str:
    if not text:
        return ""
    read: When = when(text)
    if not read.month:
        return str(read.year)
    return format_date(date(read.year, read.month, 1), "MMMM y", locale=language)


def _anew(case: Case, decision: Decision) -> list[str]:
    """How to ask for another decision, and until when the clock of the country's pack runs."""
    ends = [row.due_at for row in running_clocks(case) if _is_open(row, decision)]
    if not ends:
        return [_("Say so to whoever gave you this paper, or call one of the numbers below.")]
    return [
        _(
            "You, your lawyer, your guardian or whoever helps you may ask for another decision."
            " Somebody else then decides."
        ),
        _("You may ask until %(day)s.") % {"day": _day(day_of(max(ends)))},
        _("Say so to whoever gave you this paper, or call one of the numbers below."),
    ]


def _is_open(row: Clock, decision: Decision) -> bool:
    """Whether this is a time that the person has, and that the decision has begun."""
    rule = rule_of(row.rule)
    return bool(rule and decision.result in rule.starts and not rule.duty)


def _numbers(case: Case) -> list[str]:
    wanted = ("helpline", *(("child_protection",) if case.treated_as_child else ()), "emergency")
    numbers = [country().numbers[code] for code in wanted]
    return [
        _("%(who)s: %(phone)s (%(hours)s)")
        % {"who": _say(number.label), "phone": number.phone, "hours": _say(number.hours)}
        for number in numbers
    ]


def _say(text: Text) -> str:
    return text.say(get_language() or FALLBACK)


def _day(day: date) -> str:
    return format_date(day, "long", locale=get_language() or FALLBACK)
