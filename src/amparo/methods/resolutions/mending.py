"""Join broken lines and mend what the page broke: hyphens, apostrophes, spaces, stray marks.

Nothing is invented: a split word is closed only when the same document prints it whole.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from .characters import without_marks

WORD = re.compile(r"[^\W\d_]+")
_ELISION = r"\b(?:[ldsnjtcm]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|aujourd)"
# These stand before a hyphen of the word far more often than before one of the line.
_PREFIXES = frozenset({"sous", "non", "vis", "haut", "après", "avant", "self", "well", "counter"})
_BEFORE_APOSTROPHE = re.compile(rf"({_ELISION}) +(?=['’]\w)", re.IGNORECASE)
_AFTER_APOSTROPHE = re.compile(rf"({_ELISION}['’]) +(?=\w)", re.IGNORECASE)
_LOOSE_HYPHEN = re.compile(r"(?<=[^\W\d_]) -(?=[^\W\d_])")
_BEFORE_POINT = re.compile(r" +(?=[,.)\]])(?!\.\.)")
_AFTER_BRACKET = re.compile(r"(?<=[(\[]) +")
_LOOSE = (
    ((" '", " ’"), _BEFORE_APOSTROPHE, r"\1"),
    (("' ", "’ "), _AFTER_APOSTROPHE, r"\1"),
    ((" -",), _LOOSE_HYPHEN, "-"),
    ((" ,", " .", " )", " ]"), _BEFORE_POINT, ""),
    (("( ", "[ "), _AFTER_BRACKET, ""),
)
_DIGIT = re.compile(r"\d")
_PAIR = re.compile(r"(?=(?<![\w’'-])([^\W\d_]+)\s([^\W\d_]+)(?![\w’'-]))")
_LAST_WORD = re.compile(r"[^\W\d_]{1,60}$")
_LONGEST_WORD = 60
_COUNTS = re.compile(r"(?:\bn|\d)$")
_HYPHENATED = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?:-[^\W\d_]+){1,6}")
# The stray spaces of a converted page: `l ’Assemblée`, `celle -ci`.
_LOOSELY_SET = re.compile(r"\b[ldsn] ’\w|\w -\w")
_MARK = re.compile(r"\d{1,3}(?=[\s,.;:)»”]|$)")
_HANGING = re.compile(r"[a-zà-ÿ]{4}|.{0,3}[»”)]|.{0,2}[a-zà-ÿ»”)][,.;]")
_YEAR_MARK = re.compile(r"\b((?:19|20)\d\d)(\d{1,2})(?=[\s,.;:)»”]|$)")
_SPACED_MARK = re.compile(
    r"(?:(?<=[a-zà-ÿ]{4})|(?<=[a-zà-ÿ»”)][,;])) (\d{1,2})(?= ?[,;)»]|\.$|$| (?:[a-zà-ÿ]))"
)
_COUNTED = re.compile(
    r"(?:articles?|paragraph\w*|objecti[fv]\w*|goals?|points?|items?|annexe?s?|chap\w*|session|no"
    r"|alinéas?|phase|protocole?|version|partie?|part|section|groupe?|liste?|cibles?|targets?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Printed:
    """What the document prints: how often each ``words``, and the pairs ``split`` in two."""

    words: Counter[str]
    split: frozenset[str]


def printed_in(lines: Iterable[str], common: frozenset[str]) -> Printed:
    """Look at a whole document; ``common`` holds the commonest words of its language."""
    text = "\n".join(lines)
    words = _counted_words(text)
    loose = _LOOSELY_SET.search(text)
    return Printed(words, _split_words(text, words, common) if loose else frozenset())


def joined(pieces: Iterable[str], printed: Printed) -> str:
    """The pieces of a broken paragraph as one line of text."""
    text: list[str] = []
    for piece in pieces:
        words = " ".join(piece.split())
        if words:
            text.append(_link(text, words, printed.words) + words)
    return _close_words(tidy("".join(text)), printed.split)


def tidy(text: str) -> str:
    text = " ".join(without_marks(text).split())
    for signs, pattern, replacement in _LOOSE:
        # Looked for first: most texts have none of these.
        if any(sign in text for sign in signs):
            text = pattern.sub(replacement, text)
    return text


def _counted_words(text: str) -> Counter[str]:
    """Each word in small letters, hyphenated words too."""
    lowered = text.lower()
    found = Counter(WORD.findall(lowered))
    found.update(_HYPHENATED.findall(lowered))
    return found


def _split_words(text: str, words: Counter[str], common: frozenset[str]) -> frozenset[str]:
    """Pairs such as `per sonnes`: together a word of the document, apart never both words."""
    pairs = Counter((found[1].lower(), found[2].lower()) for found in _PAIR.finditer(text))
    return frozenset(
        f"{left} {right}"
        for (left, right), times in pairs.items()
        if words[left + right]
        and len(left + right) > 3
        and any(words[half] <= times and half not in common for half in (left, right))
    )


def _close_words(text: str, split: frozenset[str]) -> str:
    if not split:
        return text
    closed: list[str] = []
    done = 0
    for found in _PAIR.finditer(text):
        start, end = found.span(1)
        if start >= done and f"{found[1]} {found[2]}".lower() in split:
            closed += [text[done:end]]
            done = end + 1
    return "".join((*closed, text[done:]))


def glued_numbers(text: str) -> set[int]:
    return {int(found[0]) for found in _MARK.finditer(text) if _is_glued(found)}


def _is_glued(found: re.Match[str]) -> bool:
    """Whether the digits hang on a word, a quotation or its comma, as the mark of a note does."""
    before = found.string[max(0, found.start() - 4) : found.start()]
    return _HANGING.fullmatch(before) is not None


def without_note_marks(text: str, notes: set[int], unseen: set[int]) -> str:
    """Remove marks printed as plain digits. A digit glued to a word goes when such a note exists
    (or when the file lost its notes); one after a space only when that note was seen nowhere else,
    and ``unseen`` forgets it."""

    if not _DIGIT.search(text):
        return text

    def glued(found: re.Match[str]) -> str:
        mark = _is_glued(found) and (not notes or int(found[0]) in notes)
        return "" if mark else found[0]

    def spaced(found: re.Match[str]) -> str:
        number = int(found[1])
        before = text[max(0, found.start() - _LONGEST_WORD) : found.start()].rpartition(" ")[2]
        if number not in unseen or _COUNTED.search(before):
            return found[0]
        unseen.discard(number)
        return ""

    text = _MARK.sub(glued, text)
    text = _YEAR_MARK.sub(lambda f: f[1] if int(f[2]) in notes else f[0], text)
    return _SPACED_MARK.sub(spaced, text) if unseen else text


def _link(text: list[str], piece: str, words: Counter[str]) -> str:
    """What stands before the next piece; the last one in `text` may lose its hyphen."""
    if not text:
        return ""
    if piece[0] in ",.)" and not piece.startswith("..."):
        return ""
    last = text[-1]
    if last.endswith("-") and piece[0].isalpha():
        stem = last[:-1].rstrip()
        left = _LAST_WORD.search(stem[-_LONGEST_WORD:])
        if left:
            text[-1] = stem
            return _hyphen(left[0], piece, words)
    if piece in {"o", "er", "re", "e", "os", "°"} and _COUNTS.search(last):
        return ""
    return " "


def _hyphen(left: str, piece: str, words: Counter[str]) -> str:
    """Keep a hyphen of the word, drop one of the line's end."""
    right = WORD.match(piece)
    after = right[0] if right else ""
    whole, parted = (left + after).lower(), f"{left}-{after}".lower()
    if after[:1].isupper() or left.lower() in _PREFIXES or words[parted] > words[whole]:
        return "-"
    if words[whole] or not (words[after.lower()] > 1 or words[left.lower()] > 1):
        return ""
    return "-"
