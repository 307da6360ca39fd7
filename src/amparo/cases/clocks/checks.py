from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from amparo.cases.clocks.rules import faults


@register()
def states_of_the_pack(**_: Any) -> list[CheckMessage]:
    """A pack whose clocks name a state that there is not would leave them standing for ever."""
    found = faults(settings.COUNTRY / "clocks.toml")
    return [Error(str(fault), id="amparo.cases.E001") for fault in found]
