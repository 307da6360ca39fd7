"""A question of the country's pack and its answer, in the language of whoever reads."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from amparo.people.codes import listed
from amparo.people.country import country
from amparo.vocab.datafile import Text
from amparo.vocab.extrafields import ExtraField

YES, NO = "yes", "no"
DEFAULT = "en"


def language() -> str:
    return (get_language() or DEFAULT)[:2]


def in_language(text: Text) -> str:
    return text.say(language())


def named(code: str) -> str:
    """The question; one that the pack has no more is named by its code."""
    asked = country().fields.get(code)
    return in_language(asked.label) if asked else code


def options(asked: ExtraField) -> list[tuple[str, str]]:
    """The answers that a choice offers, as a form's choices are written."""
    if asked.codes:
        return listed(asked.codes).choices(language())
    return [(code, in_language(text)) for code, text in asked.options.items()]


def said(code: str, value: str) -> str:
    """The answer in words; one that its question knows no more stands as it was written."""
    asked = country().fields.get(code)
    if asked is None:
        return value
    if asked.kind == "yes_no":
        return {YES: _("Yes"), NO: _("No")}.get(value, value)
    if asked.kind == "date":
        return date_format(date.fromisoformat(value))
    if asked.kind == "choice":
        return _chosen(asked, value)
    return value


def _chosen(asked: ExtraField, value: str) -> str:
    if asked.codes:
        codes = listed(asked.codes)
        return codes.label(value, language()) if value in codes else value
    return in_language(asked.options[value]) if value in asked.options else value
