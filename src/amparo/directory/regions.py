"""The country's regions, in the language of whoever reads."""

from django.utils.functional import lazy
from django.utils.translation import get_language

from amparo.people.country import country


def label(code: str) -> str:
    """What the country calls the region; an unknown code as it is."""
    region = country().regions.get(code)
    return region.label.say((get_language() or "en")[:2]) if region else code


_lazy_label = lazy(label, str)


def choices() -> list[tuple[str, str]]:
    """(code, label) pairs for a form; each label is said when it is shown."""
    return [(code, _lazy_label(code)) for code in country().regions]
