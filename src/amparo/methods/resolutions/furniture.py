"""What belongs to the page and not to the text: symbols, page and job numbers, running heads."""

import re
from collections import Counter

_SYMBOL = r"[A-Z]{1,6}(?:/[A-Za-z0-9.\-()]+){1,8}(?: ?\(\d{4}\))?\*{0,3}"
_PAGE = r"\d{1,3} ?/ ?\d{1,3}|\d{1,3} (?:of|de|sur) \d{1,3}|[-–] ?\d{1,3} ?[-–]|\d{1,3}"
_JOB = r"(?:[A-Z]{1,3}\.)?\d{2}-\d{5,6}(?: ?\*?\([A-Z]\))?(?: +\d{6})?|\d{7}"
_TOKENS = re.compile(rf"(?:(?:{_JOB}|{_PAGE}|{_SYMBOL})(?:\s+|$))+")
_WORDED = re.compile(
    r"(?:[-–—=_~]{3,}|(?:Please recycle|Merci de recycler).{0,20}"
    r"|Page \d{1,3}(?:\s*(?:of|de|sur|/)\s*\d{1,3})?"
    r"|Distr\. ?:? ?\w+|(?:English|French|Anglais|Français) only|\(continued\)|\(suite\))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"<?(?:https?://|www\.|undocs\.org/)\S+>?(?:\s+<?(?:https?://|www\.)\S+>?){0,9}"
)
_SYMBOL_BESIDE = re.compile(rf"^(?:{_SYMBOL})\s{{2,}}\S.*[^,;.:]$|^\S.*?\s{{2,}}(?:{_SYMBOL})$")
_SYMBOL_FIRST = re.compile(rf"^(?:{_SYMBOL}) (?P<rest>\S.*)$")
_SYMBOL_LAST = re.compile(rf"(?P<rest>.*\S) (?:{_SYMBOL})$")
_ENDS_SENTENCE = (",", ";", ".", ":")
_SHORTEST_HEAD = 20
_SHORTEST_TITLE = 12
# Nothing that belongs to a page is longer.
_LONGEST = 240


def is_address(line: str) -> bool:
    return len(line) <= _LONGEST and _ADDRESS.fullmatch(line.strip()) is not None


def is_furniture(line: str) -> bool:
    """Whether the whole line is page furniture. A lone number of up to three digits is."""
    stripped = line.strip()
    return 0 < len(stripped) <= _LONGEST and (
        _TOKENS.fullmatch(stripped) is not None
        or _WORDED.fullmatch(stripped) is not None
        or is_address(stripped)
    )


def running_heads(lines: list[str], header: str) -> set[int]:
    """Positions of the running heads: lines that share their line with a symbol, and lines beside
    page furniture that come back on other pages or repeat the words of the document's header."""
    sharing = {
        place
        for place, line in enumerate(lines)
        if "/" in line and len(line) <= _LONGEST and _SYMBOL_BESIDE.match(line.strip())
    }
    candidates = _beside_furniture(lines)
    seen = Counter(candidates.values())
    known = " ".join(header.split()).casefold()
    return (
        sharing
        | _titled(lines, known)
        | {
            place
            for place, words in candidates.items()
            if not words.endswith(_ENDS_SENTENCE)
            and (seen[words] > 1 or (len(words) >= _SHORTEST_HEAD and words.casefold() in known))
        }
    )


def _titled(lines: list[str], known: str) -> set[int]:
    """The title that a page repeats beside the symbol, and the line it runs on to."""
    found: set[int] = set()
    for place, line in enumerate(lines):
        if "/" not in line or len(line) > _LONGEST:
            continue
        first, last = _SYMBOL_FIRST.match(line.strip()), _SYMBOL_LAST.match(line.strip())
        for matched, beside in ((first, place + 1), (last, place - 1)):
            words = _folded(matched["rest"]) if matched else ""
            if len(words) < _SHORTEST_TITLE or words not in known:
                words = ""
            if words:
                found.add(place)
            near = _folded(lines[beside]) if 0 <= beside < len(lines) else ""
            whole = f"{words} {near}" if matched is first else f"{near} {_rest(matched)}"
            if matched and near and len(whole) >= _SHORTEST_HEAD and whole in known:
                found |= {place, beside}
    return found


def _rest(matched: re.Match[str] | None) -> str:
    return _folded(matched["rest"]) if matched else ""


def _folded(line: str) -> str:
    return " ".join(line.split()).casefold()


def _beside_furniture(lines: list[str]) -> dict[int, str]:
    filled = [place for place, line in enumerate(lines) if line.strip()]
    breaks = {place for place in filled if _is_break(lines[place])}
    found: dict[int, str] = {}
    for order, place in enumerate(filled):
        around = {*filled[max(0, order - 1) : order], *filled[order + 1 : order + 2]}
        if place not in breaks and around & breaks:
            found[place] = " ".join(lines[place].split())
    return found


def _is_break(line: str) -> bool:
    # A lone number may be a footnote mark printed on a line of its own: no proof of a page's end.
    return line == "\f" or (is_furniture(line) and not line.strip().isdecimal())
