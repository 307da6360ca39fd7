"""What categories are called, in the language of whoever reads."""

from django.utils.translation import gettext as _

from amparo.figures.models import Age
from amparo.figures.non_punishment import OPEN, PUNISHED, UNKNOWN, UNPUNISHED
from amparo.figures.tables import TOTAL
from amparo.people.codes import label


def form_label(code: str) -> str:
    return _("All forms") if code == TOTAL else label("forms", code)


def sex_label(code: str) -> str:
    return _("All") if code == TOTAL else label("sex", code)


def age_label(code: str) -> str:
    return _("Total") if code == TOTAL else str(Age(code).label)


def outcome_label(code: str) -> str:
    words = {
        TOTAL: _("All"), OPEN: _("Still open"), UNPUNISHED: _("Ended without a punishment"),
        PUNISHED: _("Punished"), UNKNOWN: _("Not known"),
    }  # fmt: skip
    return words[code]
