"""Labels of the code lists in the language of whoever reads, for forms and presenters."""

from django.utils.functional import lazy
from django.utils.translation import get_language

from amparo.vocab.codelists import load


def label(name: str, code: str) -> str:
    """What the list `name` calls `code` in the active language; an unknown code as it is."""
    codes = load(name)
    return codes.label(code, (get_language() or "en")[:2]) if code in codes else code


_lazy_label = lazy(label, str)


def choices(name: str) -> list[tuple[str, str]]:
    """(code, label) pairs for a form; each label is said when it is shown."""
    return [(code, _lazy_label(name, code)) for code in load(name).codes]
