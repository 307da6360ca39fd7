"""A language's table of openings, compiled: who speaks, and with which verbs paragraphs begin."""

import re
from dataclasses import dataclass, field

LETTER_RUN = re.compile(r"[^\W\d_]+")


def words(listed: str) -> str:
    """The listed words as an alternation, longest first so that none hides another."""
    return "|".join(sorted(listed.split(), key=lambda word: (-len(word), word)))


@dataclass(frozen=True)
class Tongue:
    """The openings of one language, as regular expressions without flags.

    The `likely_` patterns give the shape of an opening the tables do not list; they are believed
    only where numbering and punctuation already say that a paragraph begins.
    """

    code: str
    operative: str
    modifiers: str
    links: str
    adverbs: str
    preambular: str
    not_preambular: str
    likely_operative: str
    not_operative: str
    likely_preambular: str
    organ: str
    common: frozenset[str]
    examples: tuple[str, ...]
    _patterns: dict[str, re.Pattern[str]] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        lead = rf"(?:(?:{self.adverbs}),? (?:and )?){{0,2}}"
        tail = rf"(?:,? (?:{self.links}|{self.modifiers})\b){{0,3}}"
        shapes = {
            "operative": rf"(?=[A-ZÀ-Ý])(?P<verb>{lead}(?:{self.operative})\b{tail})",
            "preambular": rf"(?=[A-ZÀ-Ý])(?P<verb>{lead}(?:{self.preambular})\b{tail})",
            "excluded": rf"(?:{self.not_preambular})\b",
            "likely_operative": rf"(?!(?:{self.not_operative})\b)"
            rf"(?P<verb>{lead}{self.likely_operative}\b{tail})",
            "likely_preambular": rf"(?P<verb>{self.likely_preambular}\b{tail})",
        }
        for name, shape in shapes.items():
            exact = name.startswith("likely")
            self._patterns[name] = re.compile(shape, 0 if exact else re.IGNORECASE)
        self._patterns["links"] = re.compile(rf",? (?:{self.links})\b", re.IGNORECASE)
        self._patterns["organ"] = re.compile(rf"(?:{self.organ})[^.;:]{{2,200}},$")

    def operative_verb(self, text: str) -> str | None:
        """The verb of the table that opens the text, or nothing."""
        return self._verb("operative", text)

    def preambular_verb(self, text: str) -> str | None:
        if self._patterns["excluded"].match(text):
            return None
        return self._verb("preambular", text)

    def likely_operative_verb(self, text: str) -> str | None:
        return self._verb("likely_operative", text)

    def likely_preambular_verb(self, text: str) -> str | None:
        if self._patterns["excluded"].match(text):
            return None
        return self._verb("likely_preambular", text)

    def is_organ(self, text: str) -> bool:
        """Whether the line is an enacting clause: a body's name and a comma, nothing else."""
        return self._patterns["organ"].match(text) is not None

    def starts_organ(self, text: str) -> bool:
        return re.match(self.organ, text) is not None

    def _verb(self, name: str, text: str) -> str | None:
        found = self._patterns[name].match(text)
        # IGNORECASE lets an adverb precede a small verb; the first letter must still be a capital.
        if not found or not text[:1].isupper():
            return None
        verb = self._patterns["links"].sub("", f" {found['verb']}").strip(" ,")
        return verb[:1].upper() + verb[1:]


def spoken(text: str, tongues: tuple[Tongue, ...]) -> Tongue:
    """The language whose commonest words the text uses most; the first one when none is used."""
    seen = [word.lower() for word in LETTER_RUN.findall(text)]
    return max(tongues, key=lambda tongue: sum(word in tongue.common for word in seen))
