"""Read one paragraph that a person typed or mended, whatever stands around it."""

from .body import Draft
from .english import ENGLISH
from .french import FRENCH
from .layout import Line
from .mending import printed_in
from .model import Paragraph
from .tongue import Tongue

TONGUES = {tongue.code: tongue for tongue in (FRENCH, ENGLISH)}


def typed(text: str, language: str, *, number: int = 0, section: str = "") -> Paragraph:
    """`text`: the paragraph without its number, each item on a line that begins with `a)` or `i)`.

    Its verb is what opens it, as the tables of the language know it, or else empty.
    """
    tongue = TONGUES[language]
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    draft = Draft(number, _verb(lines[0] if lines else "", tongue), section)
    for line in lines:
        if not draft.items.opens(Line(line, gap=False)):
            draft.items.add(line)
    return draft.finished(printed_in(lines, tongue.common), tongue)


def _verb(text: str, tongue: Tongue) -> str:
    return tongue.operative_verb(text) or tongue.preambular_verb(text) or ""
