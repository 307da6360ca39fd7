"""Reads the files of the texts that come with the product; what is no text of ours is refused."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from amparo.commitments.knowing import Outline, has_title_of
from amparo.commitments.loading.drafts import drafts_of
from amparo.commitments.loading.items import Item
from amparo.commitments.models import Place
from amparo.methods.resolutions import NotAResolution, Part, read

# The longest resolutions of the United Nations stay far below; a larger file is something else.
MOST_BYTES = 2_000_000


class Unreadable(ValueError):
    """The file gives no text of ours; the message says why."""


@dataclass(frozen=True)
class Reading:
    """One document of ours, as it stands in a file."""

    key: str
    items: list[Item]
    scope: str
    sha256: str
    holds_decisions: bool

    @property
    def asking(self) -> int:
        """How many operative paragraphs or decisions."""
        return sum(item.place != Place.PREAMBLE for item in self.items)


def read_file(file: Path, outlines: Sequence[Outline]) -> list[Reading]:
    """Every document of ours in `file`. Raises Unreadable when there is none."""
    if file.stat().st_size > MOST_BYTES:
        raise Unreadable("The file is far larger than any resolution.")
    content = file.read_bytes()
    try:
        found = read(content.decode("utf-8-sig", errors="replace"))
    except NotAResolution as refusal:
        raise Unreadable(str(refusal)) from refusal
    if found.language != "fr":
        raise Unreadable("The text is not in French, the language of the paragraphs shown here.")
    sha256 = hashlib.sha256(content).hexdigest()
    readings = [
        Reading(draft.head.key, draft.items, draft.scope, sha256, draft.head.kind == "decision")
        for draft in drafts_of(found, outlines)
        if draft.head.key
    ]
    if not readings:
        raise Unreadable(_why_unknown(found.parts[0], outlines))
    return readings


def _why_unknown(part: Part, outlines: Sequence[Outline]) -> str:
    for outline in outlines:
        if has_title_of(part, outline):
            return (
                f"It has the title of {outline.key}, but not its {len(outline.verbs)} operative "
                "paragraphs with their opening verbs: it is another version of that text."
            )
    return f"Nothing is known here of a resolution with the title “{part.title}”."
