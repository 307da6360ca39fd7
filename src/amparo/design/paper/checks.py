from typing import Any

from django.core.checks import CheckMessage, Error, register

from amparo.design.paper.letters import faults
from amparo.people.country import country


@register()
def letters_of_the_pack(**_: Any) -> list[CheckMessage]:
    """A letter that cannot be printed is found when the product starts, not by who waits for it."""
    return [
        Error(str(fault), id="amparo.design.E001")
        for own in country().letters.values()
        for fault in faults(own)
    ]
