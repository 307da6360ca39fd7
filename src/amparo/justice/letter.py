"""The letter that asks not to punish what the person was made to do: its words (33/1 ¶6)."""

from babel.dates import format_date
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from amparo.cases.models import Case
from amparo.design.paper.letters import Letter
from amparo.justice.models import Allegation
from amparo.people.codes import label
from amparo.people.country import country, today

LETTER = Letter(
    "non_punishment",
    tuple(code for code, _name in settings.LANGUAGES),
    ("reference", "day", "office", "phone"),
)


def sentences(row: Allegation) -> list[str]:
    return [
        _("The person concerned is regarded by the national bureau as a possible victim of"
          " trafficking in persons."),
        _("There are signs that acts held against this person were committed under coercion, as"
          " part of the exploitation."),
        _("The acts are: %(acts)s.") % {
            "acts": "; ".join(label("alleged_acts", code) for code in row.acts)
        },
        _("We ask you to consider not prosecuting or punishing the person for these acts, and not"
          " to detain or remove them while the identification is open."),
        _("This letter names nobody. The bureau answers your questions, with the person's consent"
          " or on a legal ground."),
    ]  # fmt: skip


def _line(text: str) -> dict[str, object]:
    return {"text": text, "label": "", "own": False}


def contents(case: Case, row: Allegation) -> dict[str, object]:
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
                "lines": [_line(text) for text in (*sentences(row), call)],
                "listed": False,
            }
        ],
        "values": {
            "reference": case.reference, "day": day, "office": name, "phone": office.phone,
        },
    }  # fmt: skip
