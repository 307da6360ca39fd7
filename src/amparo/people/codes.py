"""The code lists as this country uses them, in the language of whoever reads."""

from django.utils.functional import lazy
from django.utils.translation import get_language

from amparo.people.country import country
from amparo.vocab.codelists import CodeList


def listed(name: str) -> CodeList:
    """The list `name` with what the country's pack adds, names otherwise and leaves out."""
    return country().list_of(name)


def label(name: str, code: str) -> str:
    """What the list `name` calls `code` in the active language; an unknown code as it is."""
    codes = listed(name)
    return codes.label(code, (get_language() or "en")[:2]) if code in codes else code


_lazy_label = lazy(label, str)


def choices(name: str) -> list[tuple[str, str]]:
    """(code, label) pairs for a form; each label is said when it is shown."""
    return [(code, _lazy_label(name, code)) for code in listed(name).codes]
