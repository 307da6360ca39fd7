"""The letter that asks not to punish what the person was made to do: its words (33/1 ¶6)."""

from babel.dates import format_date
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from amparo.cases.models import Case, Measure
from amparo.cases.queries import measures_taken
from amparo.design.paper.letters import Letter
from amparo.people.country import country, today

LETTER = Letter(
    "non_punishment",
    tuple(code for code, _name in settings.LANGUAGES),
    ("reference", "day", "office", "phone"),
)


def flagged(case: Case) -> bool:
    """Whether an offence under coercion was flagged: without it there is nothing to write of."""
    return Measure.Kind.COERCION_FLAGGED in measures_taken(case)


def sentences() -> list[str]:
    return [
        _("The person concerned is regarded by the national bureau as a possible victim of"
          " trafficking in persons."),
        _("There are signs that acts held against this person were committed under coercion, as"
          " part of the exploitation."),
        _("We ask you to consider not prosecuting or punishing the person for these acts, and not"
          " to detain or remove them while the identification is open."),
        _("This letter names nobody. The bureau answers your questions, with the person's consent"
          " or on a legal ground."),
    ]  # fmt: skip


def _line(text: str) -> dict[str, object]:
    return {"text": text, "label": "", "own": False}


def contents(case: Case) -> dict[str, object]:
    language, office = (get_language() or "en")[:2], country().numbers["bureau"]
    day, name = format_date(today(), "long", locale=language), office.label.say(language)
    call = _("%(question)s: %(answer)s") % {"question": name, "answer": office.phone}
    return {
        "title": _("To the authority in charge of the proceedings"),
        "language": language,
        "right_to_left": False,
        "opening": [day, case.reference],
        "sections": [
            {
                "heading": "",
                "lead": [],
                "lines": [_line(text) for text in (*sentences(), call)],
                "listed": False,
            }
        ],
        "values": {
            "reference": case.reference, "day": day, "office": name, "phone": office.phone,
        },
    }  # fmt: skip
