"""From raw characters to plain lines: emphasis, tags and superscripts, whatever the file's format.

A numeric superscript is a footnote mark whether it was printed as `¹`, `<sup>1</sup>`, `^{1}` or
`[^1]`; all become one private mark, so that later steps tell it from a number of the sentence.
"""

import html
import re
import unicodedata

MARK_OPEN, MARK_CLOSE = "\ue000", "\ue001"
MARK = re.compile(f"{MARK_OPEN}(\\d+){MARK_CLOSE}")

_SUPERSCRIPT_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_UNTIED = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    "‐": "-", "‑": "-",
}  # fmt: skip
_TIED = re.compile("[ﬀ-ﬆ‐‑]")
# A hyphen that shows at the end of a line only.
_LINE_HYPHEN = re.compile("[\u00ad¬](?=\n)")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ue000\ue001]")
_SPACES = re.compile("[\t\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_SUP_TAG = re.compile(r"<sup>\s{0,3}\(?([^<>]{1,6}?)\)?\s{0,3}</sup>", re.IGNORECASE)
_CARET = re.compile(
    r"\[\^([0-9]{1,3})\]|\^\{ ?([0-9A-Za-zè]{1,4}) ?\}|\^([0-9]{1,3}|[a-zè]{1,3}\b)"
)
_UNICODE_SUP = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,80}>")
_LINK = re.compile(r"\[([^\[\]]{1,200})\]\([^()\s]{0,300}\)")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+")
_UNDERSCORES = re.compile(r"(?<!\w)_{1,3}(?=\w)|(?<=[\w.,;:])_{1,3}(?!\w)")
_ESCAPED = re.compile(r"\\([.()*_\[\]#-])")
# Words struck out under negotiation are no longer of the text.
_STRUCK = re.compile(r"~~[^~]{0,4000}~~|<(s|del|strike)>[^<]{0,4000}</\1>", re.IGNORECASE)
# `[1]` of a converted page, `1/` of the older prints behind a word or before a note.
_BRACKETED = re.compile(r"\[(\d{1,3})\](?!\()")
_SLASHED = re.compile(r"(?:(?<=[a-zà-ÿ»”)][,.;])|(?<=[a-zà-ÿ»”)])|^) {0,3}(\d{1,3})/(?=[\s,;.:]|$)")
_STAR_NOTE = re.compile(r"^\s*\\?\*\s+(?!\(?(?:[a-z]{1,3}|\d{1,3})[.)])(?=\S)")

STAR = "\ue002"
# A line without any of these needs nothing.
_ORDINARY = frozenset("&<~^[/*\\#_\t\v")


def raw_lines(text: str) -> list[str]:
    """The text's lines, plain. A page break (form feed) stays as a line of its own: `\\f`."""
    text = _composed(text).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\f\n")
    text = re.sub("[\u0085\u2028\u2029]", "\n", text)
    return [line if line == "\f" else _plain(line) for line in text.split("\n")]


def _composed(text: str) -> str:
    """One sign for one letter: a page sets accents apart and ties letters together."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    return _LINE_HYPHEN.sub("-", _TIED.sub(lambda found: _UNTIED[found[0]], text))


def without_marks(text: str) -> str:
    return MARK.sub("", text)


def _plain(line: str) -> str:
    if line.isascii() and _ORDINARY.isdisjoint(line):
        return line.rstrip()
    line = _SPACES.sub(" ", _INVISIBLE.sub("", line).replace(STAR, ""))
    if "&" in line:
        line = html.unescape(line)
    if "<" in line or "~" in line:
        line = _TAG.sub("", _SUP_TAG.sub(_superscript, _STRUCK.sub("", line)))
    if "^" in line:
        line = _CARET.sub(_superscript, line)
    line = _UNICODE_SUP.sub(_superscript, line)
    if "[" in line:
        line = _BRACKETED.sub(_superscript, _LINK.sub(r"\1", line))
    if "/" in line:
        line = _SLASHED.sub(_superscript, line)
    starred = _STAR_NOTE.match(line) is not None
    line = _HEADING.sub("", _ESCAPED.sub(r"\1", line))
    if "_" in line and line.strip("_ "):
        line = _UNDERSCORES.sub("", line)
    line = line.replace("*", "")
    return (STAR + line.strip()) if starred else line.rstrip()


def _superscript(found: re.Match[str]) -> str:
    inner = found.group(found.lastindex or 0).translate(_SUPERSCRIPT_DIGITS)
    return f"{MARK_OPEN}{inner}{MARK_CLOSE}" if inner.isdecimal() else inner
