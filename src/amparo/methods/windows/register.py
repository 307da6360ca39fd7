"""The windows of a paragraph as the register holds them."""

from datetime import date

from amparo.methods.resolutions.asks import ASKING, asks_of
from amparo.methods.resolutions.model import Paragraph

from .days import happened
from .found import Found
from .phrases import windows
from .sheet import Language, words


def register(
    text: str,
    language: Language,
    *,
    speaker: str = "",
    said_on: date | None = None,
    context: str = "",
) -> list[Found]:
    """When what it asks is due; of a paragraph that asks nobody, also when what it tells was."""
    found = windows(text, language, speaker=speaker, said_on=said_on, context=context)
    if found or words("preamble", language).match(text):
        return found
    if any(ask.force in ASKING for ask in asks_of(Paragraph(0, "", text), language)):
        return []
    return happened(text, language, said_on)
