"""HTML: the words of a page, block by block, without what is not shown."""

import re
from collections import Counter
from collections.abc import Iterator

from .elements import Element
from .numerals import numeral
from .plain import decoded
from .refusals import empty, too_large

# A tree takes many times the bytes of its page.
MOST_BYTES = 3_000_000

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,20})", re.IGNORECASE)
_DECLARED = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_UNSHOWN = frozenset(
    ("script", "style", "head", "nav", "template", "noscript", "svg", "form", "button", "select")
)
_APART = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "hr", "pre",
     "section", "article", "header", "footer")
)  # fmt: skip
_BELOW = frozenset(("br", "div", "li", "tr", "td", "th", "dt", "dd"))
_STRUCK = frozenset({"s", "strike", "del"})
_HEAD = 4096


def text_of(content: bytes) -> str:
    from lxml import etree, html

    if len(content) > MOST_BYTES:
        raise too_large()
    source = _DECLARED.sub("", _decoded(content))
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True)
    root = html.document_fromstring(source, parser=parser)
    text = "".join(_pieces(etree.iterwalk(root, events=("start", "end"))))
    if not text.strip():
        raise empty()
    lines = (line.strip(" ") for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _decoded(content: bytes) -> str:
    named = _CHARSET.search(content[:_HEAD])
    try:
        return content.decode(named[1].decode("ascii") if named else "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decoded(content)


def _pieces(walk: Element) -> Iterator[str]:
    """The text and the line ends, in the order of the page; what is not shown is left out."""
    unshown, items = 0, Counter[Element]()
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        unshown += _hides(tag, element) * (1 if event == "start" else -1)
        if event == "end":
            yield from _closing(tag) if not unshown else ()
            yield _words(element.tail, element.getparent()) if not unshown else ""
        elif not unshown:
            items[element.getparent()] += tag == "li"
            yield from _opening(tag, element, items)
            yield _words(element.text, element)


def _hides(tag: str, element: Element) -> bool:
    return tag in _UNSHOWN or not tag or "display:none" in element.get("style", "").replace(" ", "")


def _words(text: str | None, inside: Element) -> str:
    if not text or (inside is not None and inside.tag == "pre"):
        return text or ""
    return _SPACES.sub(" ", text)


def _opening(tag: str, element: Element, items: Counter[Element]) -> Iterator[str]:
    if tag in _APART:
        yield "\n\n"
    elif tag in _BELOW:
        yield "\n"
    if tag == "li":
        yield _label(element.getparent(), items[element.getparent()])
    yield from _marks(tag, "<sup>", "~~")


def _closing(tag: str) -> Iterator[str]:
    yield from _marks(tag, "</sup>", "~~")
    if tag in _APART:
        yield "\n\n"
    elif tag in _BELOW and tag != "br":
        yield "\n"


def _marks(tag: str, raised: str, struck: str) -> Iterator[str]:
    if tag == "sup":
        yield raised
    elif tag in _STRUCK:
        yield struck


def _label(above: Element, count: int) -> str:
    """The number that a browser draws before the item of an ordered list that has so many."""
    if above is None or above.tag != "ol":
        return ""
    start = above.get("start", "1")
    number = count - 1 + (int(start) if start.isdecimal() and len(start) < 5 else 1)
    kind = above.get("type", "1")
    shapes = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
    text = numeral(number, shapes.get(kind, "decimal"))
    return f"{text}. " if kind in "1IA" else f"({text}) "
