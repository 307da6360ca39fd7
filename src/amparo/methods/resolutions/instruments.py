"""The instruments that a paragraph cites: resolutions by number, others by name.

for cited in cited_in(text, "fr", speaker="GA"):
    print(cited.verb, cited.name, cited.code)
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from amparo.methods.sessions import Body, bodies, body_in

DATA = Path(__file__).with_name("instruments.toml")
SYMBOL = re.compile(
    r"\b(?:A/HRC/RES/\d+/\d+|A/RES/(?:S-\d+/|ES-\d+/)?\d+(?:/\d+| ?\([IVXLC]+\))"
    r"|S/RES/\d+ ?\(\d{4}\)|E/RES/\d{4}/\d+)"
)
NUMBER = re.compile(
    r"(?P<council>\d{1,4}) ?\((?P<year>(?:19|20)\d\d)\)"
    r"|(?P<roman>\d{1,4})(?: [A-Z])? \((?P<session>[IVXLCS-]+)\)"
    r"|(?P<first>S-\d+|ES-\d+|\d{1,4})/(?P<second>\d+)"
)
# How the resolutions of a body are written, by its code; of a commission: `CCPCJ-33/1`.
SYMBOLS: Mapping[str, str] = {"GA": "A/RES/", "HRC": "A/HRC/RES/", "ECOSOC": "E/RES/"}
# The Assembly numbers by session from the 31st on; a lower number is another body's.
FIRST_NUMBERED_SESSION, YEARS_BEGIN = 31, 1900
NEAR = 120  # characters around a number in which its body is named
OWN: Mapping[str, re.Pattern[str]] = {
    "fr": re.compile(r"\b(?:sa|ses|leurs?|la présente) (?:propres? )?$", re.IGNORECASE),
    "en": re.compile(r"\b(?:its|their|the present|this)(?: own| previous)? $", re.IGNORECASE),
}
AGAIN = re.compile(r"(?:r[ée]solution|d[ée]cision)s? ", re.IGNORECASE)
THE_COMMISSION = re.compile(
    r"(?: ?[A-Z])?(?: de la| of the)? Commission\b(?! (?:pour|on|for|des|de))"
)
SENTENCE = 400  # characters before a name in which the verb that cites it is looked for


@dataclass(frozen=True, slots=True)
class Cited:
    """`code`: "" for one that the table does not have. `name`: as printed, at `start`.

    `kind`: resolution, decision, treaty, protocol, declaration, plan, principles or body.
    `verb`: the word that cites it, as printed: what is said of it, or is to be done with it.
    """

    code: str
    name: str
    kind: str
    verb: str
    start: int


def cited_in(text: str, language: str, *, speaker: str = "", context: str = "") -> list[Cited]:
    """In the order of the text. `speaker`: the code of the body that says "its resolution";
    `context`: the rest of the document, where an instrument has its whole name."""
    taken: list[Cited] = []
    for each in _found(text, language, speaker, context):
        if not any(_meet(each, other) for other in taken):
            taken.append(each)
    return sorted(taken, key=lambda each: each.start)


def _found(text: str, language: str, speaker: str, context: str) -> Iterator[Cited]:
    """The surest first: what lies within one that was found before is a part of it."""
    sheet = _sheet(language)
    for row in sheet.known:
        for match in row.said.finditer(text):
            yield _cited(text, match, code=row.code, kind=row.kind, language=language)
    yield from _numbered(text, language, speaker)
    for row in sheet.known:
        if row.short and row.said.search(f"{context} {text}"):
            for match in row.short.finditer(text):
                yield _cited(text, match, code=row.code, kind=row.kind, language=language)
    for kind, shape in sheet.shapes:
        for match in shape.finditer(text):
            yield _cited(text, match, code="", kind=kind, language=language)


def _meet(one: Cited, other: Cited) -> bool:
    return one.start < other.start + len(other.name) and other.start < one.start + len(one.name)


def _numbered(text: str, language: str, speaker: str) -> Iterator[Cited]:
    sheet = _sheet(language)
    for match in SYMBOL.finditer(text):
        code = match[0].replace(" ", "")
        yield _cited(text, match, code=_same(code), kind="resolution", language=language)
    done = 0
    for begin in sheet.number.finditer(text):
        if begin.start() < done:
            continue  # in the list of the one before
        start, position = begin.start(), begin.end()
        while number := NUMBER.match(text, position):
            body = _whose(text, start, number.end(), language) or speaker
            kind = "decision" if text[start].lower() == "d" else "resolution"
            code = _code(number, kind, body)
            yield _cited(text, number, code=_same(code), kind=kind, language=language)
            between = sheet.between.match(text, number.end())
            if not between:
                break
            done = position = between.end()
            again = AGAIN.search(text, between.start(), position)
            start = again.start() if again else start


def _whose(text: str, start: int, end: int, language: str) -> str:
    """The body right behind the number or right before the word: "the Commission" of the text."""
    after = re.split(r"[,;]", text[end : end + NEAR])[0]
    before = text[max(0, start - NEAR) : start]
    if OWN[language].search(before):
        return ""
    if THE_COMMISSION.match(after):
        commission = text.find("Commission")
        named = body_in(text[commission:start], language)
    else:
        named = body_in(after, language) or _right_before(before.rstrip(), language)
    return named.code if named else ""


def _right_before(before: str, language: str) -> Body | None:
    """ "Human Rights Council resolution"."""
    known = (body for body in bodies().values() if not body.special)
    return next((body for body in known if _ends_with(before, body.names[language])), None)


def _ends_with(text: str, name: re.Pattern[str]) -> bool:
    return any(match.end() == len(text) for match in name.finditer(text))


def _code(number: re.Match[str], kind: str, body: str) -> str:
    if number["council"]:
        return f"S/RES/{number['council']}({number['year']})"
    if number["roman"]:
        return f"A/RES/{number['roman']}({number['session']})"
    first, second = number["first"], number["second"]
    if first.isdecimal() and int(first) >= YEARS_BEGIN:
        body = "ECOSOC"
    elif not body or (body == "GA" and first.isdecimal() and int(first) < FIRST_NUMBERED_SESSION):
        body = "GA" if not first.isdecimal() or int(first) >= FIRST_NUMBERED_SESSION else ""
    if kind == "decision" and body in SYMBOLS:
        return f"{body}-{first}/{second}"
    return f"{SYMBOLS.get(body, f'{body}-')}{first}/{second}" if body else ""


def _same(code: str) -> str:
    """The instrument that the resolution contains, if the table has it under a name of its own."""
    return _aliases().get(code, code)


def _cited(text: str, match: re.Match[str], *, code: str, kind: str, language: str) -> Cited:
    start = match.start()
    sentence = text[max(0, start - SENTENCE) : start]
    verbs = list(_sheet(language).cited.finditer(sentence))
    opening = re.match(r"\w+(?:['’]\w+)?", text)
    verb = verbs[-1][0] if verbs else opening[0] if opening else ""
    return Cited(code, match[0].strip(), kind, verb, start)


@dataclass(frozen=True, slots=True)
class Known:
    code: str
    kind: str
    said: re.Pattern[str]
    short: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """instruments.toml in one language, compiled."""

    known: tuple[Known, ...]
    shapes: tuple[tuple[str, re.Pattern[str]], ...]
    number: re.Pattern[str]
    between: re.Pattern[str]
    cited: re.Pattern[str]


@cache
def _toml() -> Mapping[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


@cache
def _aliases() -> Mapping[str, str]:
    rows = _toml()["instrument"]
    return {number: row["code"] for row in rows for number in row.get("numbers", ())}


@cache
def _sheet(language: str) -> Sheet:
    rows = _toml()
    before, name = rows["name_before"][language], rows["name"][language]
    return Sheet(
        known=tuple(
            Known(row["code"], row["kind"], _word(row[language]), _short(row, language))
            for row in rows["instrument"]
        ),
        shapes=(
            *(
                (row["kind"], re.compile(rf"\b{before}(?:{row[language]}){name}"))
                for row in rows["shape"]
            ),
            ("treaty", re.compile(rf"\b{rows['suffix'][language]}")),
        ),
        number=re.compile(rows["number"][language], re.IGNORECASE),
        between=re.compile(rows["number_between"][language]),
        cited=re.compile(rf"\b(?:{rows['cited'][language]})\b", re.IGNORECASE),
    )


def _short(row: Mapping[str, Any], language: str) -> re.Pattern[str] | None:
    short = row.get(f"short_{language}")
    return _word(short) if short else None


def _word(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})(?!\w)", re.IGNORECASE)
