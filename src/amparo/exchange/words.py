"""What this room says, in one place."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from amparo.cases.actions.opening import Columns
from amparo.design.parts import Words
from amparo.exchange.models import Origin

COLUMNS: Columns = {Origin: ("kept",)}
SEALED_WORDS: Mapping[str, Words] = {
    "origin.kept": _("What the other system says and no field here holds"),
}
