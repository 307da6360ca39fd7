"""What either interface says of a request that it cannot answer."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

WRONG_FIELDS = _("Some of what was asked cannot be used: see the fields.")
NO_JSON = _("The body is not JSON.")
NOT_HERE = _("There is nothing at this address.")
NO_SUCH_CODE = _("This is no code of the list, or none that this country uses.")
UNREADABLE = _("This cannot be read as a value of this field.")

# By the name that pydantic has for what is wrong; the limits come with it.
SENTENCES = {
    "extra_forbidden": _("There is no such field here."),
    "missing": _("This field is missing."),
    "greater_than_equal": _("Not below %(ge)s."),
    "less_than_equal": _("Not above %(le)s."),
    "string_too_long": _("At most %(max_length)s characters."),
    "too_long": _("At most %(max_length)s entries."),
}


def of_field(kind: str, limits: Mapping[str, object]) -> str:
    return str(SENTENCES.get(kind, UNREADABLE)) % limits
