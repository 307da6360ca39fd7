"""Every phrase of a text that names a session, and the days that it means.

"à sa soixante-quatorzième session", "at its twenty-eighth session", "sa session de fond de 2009",
"la présente session". Whose session it is, the words beside it say; where they do not, the body
that speaks, so long as its session of that number may be meant at all.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from .bodies import GENERAL_ASSEMBLY, Body, Span, bodies
from .ordinals import VALUES, Language, ordinals


class Place(IntEnum):
    """A session that is named by where it stands, seen from the one in which the body speaks."""

    BEFORE = -1
    PRESENT = 0
    NEXT = 1


@dataclass(frozen=True)
class Session:
    """`text`: the phrase, at `start` in the text. `body`: the code of bodies.toml, "" if unknown.

    `number` is None for a session that is named by its year or its place. `span` is None where no
    calendar says when it is: of an unknown body, or of a place where nobody said when.
    """

    text: str
    start: int
    body: str
    number: int | None = None
    year: int | None = None
    place: Place | None = None
    span: Span | None = None


# How far from the year of the text a session may be that the text speaks of.
LONG_BEFORE, LONG_AFTER = 40, 12
NEAR = 600  # characters of the same sentence in which its body is looked for
LONGEST = 160  # characters of the words that number it
SESSION = re.compile(r"\bsessions?\b", re.IGNORECASE)
ANY_SPACE = re.compile(r"\s")
SENTENCE_ENDS = re.compile(r"[.;:]\s")
YEAR = r"(?:19|20)\d\d"

# What may stand between the article and the word: numbers, and these.
ADJECTIVES: Mapping[str, str] = {
    "fr": r"présente|actuelle|prochaine|dernière|précédente|reprise|de|la|sa|ses|les|leurs?|et|à"
    r"|aux?|ou|puis|lors|du|des|cours|qu|à partir de|compter",
    "en": r"present|current|next|last|previous|resumed|its|the|their|and|or|at|to|from|regular"
    r"|special|annual|substantive|organizational|emergency|of",
}
ORDINAL = r"\d{1,3} ?(?:ème|eme|ère|er|re|e|è|st|nd|rd|th)?"
NUMBERS = {each: "|".join(sorted(VALUES[each], key=len, reverse=True)) for each in VALUES}
LEADING = {
    each: rf"(?:\b(?:{NUMBERS[each]}|{words}|{ORDINAL})\b[\s,‐‑–—-]*)+$"
    for each, words in ADJECTIVES.items()
}
LED = {each: re.compile(led, re.IGNORECASE) for each, led in LEADING.items()}
AFTER: Mapping[str, re.Pattern[str]] = {
    "fr": re.compile(
        r" (?:extraordinaires?|ordinaires?|annuelles?|de fond|d['’] ?organisation|spéciales?"
        r"|d['’] ?urgence|biennales?)*(?: (?:de|du|en|pour) (?P<year>" + YEAR + "))?"
    ),
    "en": re.compile(r" (?:(?:of|in|for) (?P<year>" + YEAR + "))?"),
}
BEFORE_YEAR: Mapping[str, re.Pattern[str]] = {
    "fr": re.compile(r"(?!)"),
    "en": re.compile(rf"(?P<year>{YEAR}) (?:regular |substantive |annual |organizational )*$"),
}
SPECIAL: Mapping[str, re.Pattern[str]] = {
    "fr": re.compile(r"sessions? (?:extraordinaires?|d['’] ?urgence|spéciales?)"),
    "en": re.compile(r"(?:special|emergency)(?: \w+)? sessions?$"),
}
PLACES: Mapping[str, tuple[tuple[Place, re.Pattern[str]], ...]] = {
    "fr": (
        (Place.PRESENT, re.compile(r"(?:présente|actuelle)s? sessions?|sessions? en cours")),
        (Place.NEXT, re.compile(r"prochaines? sessions?|sessions? (?:suivante|ultérieure)s?")),
        (Place.BEFORE, re.compile(r"(?:dernière|précédente)s? sessions?")),
    ),
    "en": (
        (Place.PRESENT, re.compile(r"(?:present|current)(?: \w+)? sessions?")),
        (Place.NEXT, re.compile(r"next(?: \w+)? sessions?")),
        (Place.BEFORE, re.compile(r"(?:last|previous)(?: \w+)? sessions?")),
    ),
}
OF_WHOM: Mapping[str, re.Pattern[str]] = {
    "fr": re.compile(r" +(?:de +la +|de +l['’] ?|du +|des +)"),
    "en": re.compile(r" +of +(?:the +)?"),
}
# "de lui présenter", "to report to it": the one who speaks, whoever was named before.
TO_THE_SPEAKER: Mapping[str, re.Pattern[str]] = {
    "fr": re.compile(r"\b(?:lui|elle-même)\b(?! aussi)"),
    "en": re.compile(r"\bto (?:it|the (?:Assembly|Council|Commission))\b"),
}


def sessions(
    text: str,
    language: Language,
    *,
    speaker: str = "",
    said_on: date | None = None,
    context: str = "",
) -> list[Session]:
    """In the order of the text; a phrase that names several sessions gives each of them.

    `speaker`: the code of the body that adopts the text; `said_on`: when, or about when; `context`:
    what else the document says, such as its title, where "the Commission" has its whole name. A
    line that breaks off is a space like any other.
    """
    text = ANY_SPACE.sub(" ", text)
    asked = Asked(speaker, said_on, f"{context} {text}")
    return [
        session
        for found in SESSION.finditer(text)
        for session in _Phrase(text, found, language).read(asked)
    ]


@dataclass(frozen=True)
class Asked:
    speaker: str
    said_on: date | None
    context: str


class _Phrase:
    """One place of the text where the word stands, with what is around it."""

    def __init__(self, text: str, found: re.Match[str], language: Language) -> None:
        self.language = language
        self.found = found
        before, after = text[: found.start()], text[found.end() :]
        self.led = _led_by(before, language)
        self.start = found.start() - len(self.led)
        tail = AFTER[language].match(after)
        self.tail = tail[0].rstrip() if tail else ""
        self.year = _year(tail) or _year(BEFORE_YEAR[language].search(before))
        self.text = f"{self.led}{found[0]}{self.tail}".strip()
        self.before = _last_sentence(before[: self.start])
        self.after = after[len(self.tail) :]
        self.around = f"{self.led}{found[0]}{after[:24]}"

    def read(self, asked: Asked) -> Iterator[Session]:
        numbers = ordinals(self.led, self.language)
        for number in numbers:
            body = self._body(number, asked)
            yield self._session(body, number=number, span=body.span(number) if body else None)
        if numbers:
            return
        if self.year:
            body = self._named(asked)
            span = Span(date(self.year, 1, 1), date(self.year, 12, 31))
            yield self._session(body, year=self.year, span=span)
        elif (place := self._place()) is not None:
            body = self._named(asked)
            yield self._session(body, place=place, span=_at(body, place, asked.said_on))

    def _session(
        self,
        body: Body | None,
        *,
        span: Span | None,
        number: int | None = None,
        year: int | None = None,
        place: Place | None = None,
    ) -> Session:
        code = body.code if body else ""
        return Session(self.text, self.start, code, number, year, place, span)

    def _place(self) -> Place | None:
        places = PLACES[self.language]
        return next((place for place, said in places if said.search(self.around)), None)

    def _candidates(self, asked: Asked) -> Iterator[Body]:
        """Whose it may be, the likeliest first."""
        special = bool(SPECIAL[self.language].search(self.around[: len(self.text)]))
        known = {code: body for code, body in bodies().items() if body.special == special}
        yield from _named_after(self.after, known, self.language)
        near = self.before[-NEAR:]
        addressed = list(TO_THE_SPEAKER[self.language].finditer(near))
        named = _named_before(near, known, self.language)
        speaks = known.get(f"{asked.speaker}-SPECIAL" if special else asked.speaker)
        if speaks and addressed:
            last = addressed[-1].start()
            yield from (body for at, body in named if at > last)
            yield speaks
        yield from (body for _, body in named)
        if speaks:
            yield speaks
        elsewhere = _named_before(asked.context, known, self.language)
        yield from (body for _, body in elsewhere)
        yield from (body for body in known.values() if body.code.startswith(GENERAL_ASSEMBLY))

    def _named(self, asked: Asked) -> Body | None:
        return next(self._candidates(asked), None)

    def _body(self, number: int, asked: Asked) -> Body | None:
        """The likeliest whose session of that number may be meant in a text of that time."""
        candidates = self._candidates(asked)
        found = (body for body in candidates if _may_mean(body, number, asked.said_on))
        return next(found, None)


def _may_mean(body: Body, number: int, said_on: date | None) -> bool:
    span = body.span(number)
    if span is None:
        return False
    year = said_on.year if said_on else None
    return year is None or -LONG_BEFORE <= span.first.year - year <= LONG_AFTER


def _at(body: Body | None, place: Place, said_on: date | None) -> Span | None:
    number = body.number_in(said_on) if body and said_on else None
    return body.span(number + place) if body and number else None


def _led_by(before: str, language: Language) -> str:
    """The words right before "session" that number it, from their article on."""
    found = LED[language].search(before[-LONGEST:])
    return found[0] if found else ""


def _last_sentence(text: str) -> str:
    ends = list(SENTENCE_ENDS.finditer(text))
    return text[ends[-1].end() :] if ends else text


def _year(found: re.Match[str] | None) -> int | None:
    year = found.groupdict().get("year") if found else None
    return int(year) if year else None


def _named_after(after: str, known: Mapping[str, Body], language: Language) -> Iterator[Body]:
    """ "... session de l'Assemblée générale", "... session of the Commission on ..."."""
    of = OF_WHOM[language].match(after)
    if not of:
        return
    rest = after[of.end() :]
    for body in known.values():
        if body.names[language].match(rest):
            yield body


def _named_before(
    text: str, known: Mapping[str, Body], language: Language
) -> list[tuple[int, Body]]:
    """The bodies that the words before it name, the nearest first; each with where it stands."""
    found = [
        (name.start(), name.end(), body)
        for body in known.values()
        for name in body.names[language].finditer(text)
    ]
    whole = [
        each
        for each in found
        if not any(
            other is not each and other[0] <= each[0] and each[1] < other[1] for other in found
        )
    ]
    return [(start, body) for start, _, body in sorted(whole, key=lambda each: -each[0])]
