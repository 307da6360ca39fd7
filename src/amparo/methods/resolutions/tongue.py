"""A language's table of openings, compiled: who speaks, and with which verbs paragraphs begin."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

LETTER_RUN = re.compile(r"[^\W\d_]+")
# What a draft or a quotation sets before a paragraph's first word.
BEFORE_WORDS = ' [“«"‘|>…'
_SPLIT = re.compile(r"([A-ZÀ-Ý][a-zà-ÿ]{0,14}) ([a-zà-ÿ]{1,14})\b")
_LONGEST = 200
_SAMPLE = 200_000
_FEWEST_COMMON = 12


def words(listed: str) -> str:
    """The listed words as an alternation, longest first so that none hides another."""
    return "|".join(sorted(listed.split(), key=lambda word: (-len(word), word)))


@dataclass(frozen=True)
class Tongue:
    """The openings of one language, as regular expressions without flags.

    The `likely_` patterns give the shape of an opening the tables do not list; they are believed
    only where numbering and punctuation already say that a paragraph begins. `glued` are the words
    that a conversion sets against the verb: `Urgesall`. `lists_preambular`: the table of preambular
    openings lists words and not shapes, so that a broken one can be closed by it.
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
    lists_preambular: bool
    glued: str
    common: frozenset[str]
    months: Mapping[str, int]
    examples: tuple[str, ...]
    _patterns: dict[str, re.Pattern[str]] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        lead = rf"(?:(?:{self.adverbs}),? (?:and )?){{0,2}}"
        tail = rf"(?:,? (?:{self.links}|{self.modifiers})\b){{0,3}}"
        end = rf"(?:\b|(?=(?:{self.glued})\b)|(?=(?-i:[A-ZÀ-Ý][a-zà-ÿ])))"
        shapes = {
            "operative": rf"(?P<verb>{lead}(?:{self.operative}){end}{tail})",
            "preambular": rf"(?P<verb>{lead}(?:{self.preambular}){end}{tail})",
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
        self._patterns["inside"] = re.compile(
            rf"(?:(?<=\s)|^)(?:{self.organ})[^.;:,]{{2,120}},(?= [A-ZÀ-Ý])"
        )
        self._patterns["speaks"] = re.compile(self.organ)

    def operative_verb(self, text: str) -> str | None:
        """The verb of the table that opens the text, or nothing."""
        return self._verb("operative", text)

    def numbered_verb(self, text: str) -> str | None:
        """As above behind a printed number, where a verb may be broken in two or begin small."""
        found = self._verb("operative", text) or self._verb("operative", _mended(text))
        return found or self._verb("operative", capital(text))

    def preambular_verb(self, text: str) -> str | None:
        bare = text[:_LONGEST].lstrip(BEFORE_WORDS)
        if self._patterns["excluded"].match(bare):
            return None
        found = self._verb("preambular", bare)
        return found or (self._verb("preambular", _mended(bare)) if self.lists_preambular else None)

    def likely_operative_verb(self, text: str) -> str | None:
        return self._verb("likely_operative", text)

    def likely_preambular_verb(self, text: str) -> str | None:
        if self._patterns["excluded"].match(text[:_LONGEST].lstrip(BEFORE_WORDS)):
            return None
        return self._verb("likely_preambular", text)

    def is_organ(self, text: str) -> bool:
        """Whether the line is an enacting clause: a body's name and a comma, nothing else."""
        return self._patterns["organ"].match(text.lstrip(BEFORE_WORDS)) is not None

    def starts_organ(self, text: str) -> bool:
        return self._patterns["speaks"].match(text[:_LONGEST].lstrip(BEFORE_WORDS)) is not None

    def clauses_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Where enacting clauses stand inside of a text, each before a preambular opening."""
        for found in self._patterns["inside"].finditer(text):
            if self.preambular_verb(text[found.end() + 1 : found.end() + _LONGEST]):
                yield found.span()

    def _verb(self, name: str, text: str) -> str | None:
        bare = text[:_LONGEST].lstrip(BEFORE_WORDS)
        # IGNORECASE lets an adverb precede a small verb; the first letter must still be a capital.
        if not bare[:1].isupper():
            return None
        found = self._patterns[name].match(bare)
        if not found:
            return None
        verb = self._patterns["links"].sub("", f" {found['verb']}").strip(" ,")
        return verb[:1].upper() + verb[1:]


def capital(text: str) -> str:
    """With its first letter large: some prints begin their paragraphs small."""
    bare = text.lstrip(BEFORE_WORDS)
    return bare[:1].upper() + bare[1:]


def _mended(text: str) -> str:
    """The first word with its broken half: `Reque sts`."""
    bare = text[:_LONGEST].lstrip(BEFORE_WORDS)
    found = _SPLIT.match(bare)
    return f"{found[1]}{found[2]}{bare[found.end() :]}" if found else ""


def spoken(text: str, tongues: tuple[Tongue, ...]) -> Tongue:
    """The language whose commonest words the text uses most; where it has too few words to tell,
    the one in which most lines open as paragraphs do."""
    seen = Counter(LETTER_RUN.findall(text[:_SAMPLE].lower()))
    common = {tongue.code: sum(seen[word] for word in tongue.common) for tongue in tongues}
    if max(common.values()) < _FEWEST_COMMON:
        lines = text[:_SAMPLE].split("\n")
        for tongue in tongues:
            common[tongue.code] += sum(tongue.is_organ(line.strip()) for line in lines)
            common[tongue.code] += sum(bool(tongue.preambular_verb(line)) for line in lines)
    return max(tongues, key=lambda tongue: common[tongue.code])
