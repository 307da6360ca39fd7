"""Read a resolution back from Akoma Ntoso, of ours or of others, as far as its parts go."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from amparo.methods.resolutions import Document, Footnote, Paragraph, Part, Subparagraph

from .about import LANGUAGES, NAMESPACE, UNDATED, About

Element = Any
MOST_BYTES = 10_000_000
KINDS = ("resolution", "decision")
SPOKEN = {three: two for two, three in LANGUAGES.items()}
NUMBER = re.compile(r"(\d{1,4})[ .)]*(bis|ter|quater|alt)?")


class NotAkoma(ValueError):
    """The file is no resolution in Akoma Ntoso; the message says why.

    `code`: `too_large`, `not_xml`, `not_akoma` or `no_text`, for whoever words it on a screen.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def read_akn(content: bytes) -> tuple[Document, About]:
    """A document of one part. Nothing outside the file is read, and no entity is opened.

    Raises NotAkoma.
    """
    root = _root(content)
    statement = next((e for e in root if _name(e) in ("statement", "doc", "act", "bill")), None)
    if _name(root) != "akomaNtoso" or statement is None:
        raise NotAkoma("not_akoma", f"Line {root.sourceline}: this is no Akoma Ntoso document.")
    language = _language(root, statement)
    part = _part(statement)
    if not part.operative and not part.text:
        raise NotAkoma("no_text", f"Line {statement.sourceline}: no paragraph stands in it.")
    about = _about(statement, part)
    notes = tuple(
        Footnote(note.get("marker", ""), _text(note)) for note in _all(statement, "authorialNote")
    )
    document = Document(
        language, (part,), about.symbol, about.status, about.said_on, footnotes=notes
    )
    return document, about


def _root(content: bytes) -> Element:
    from lxml import etree

    if len(content) > MOST_BYTES:
        raise NotAkoma("too_large", "The file is far larger than any resolution.")
    # No entity, no network, no tree deeper than a text has.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        line = error.position[0] if error.position else 0
        raise NotAkoma("not_xml", f"Line {line}: the file is not well-formed XML.") from error
    if root.getroottree().docinfo.doctype:
        raise NotAkoma("not_akoma", "Line 1: a document type is not taken here.")
    return root


def _part(statement: Element) -> Part:
    name = statement.get("name", "")
    kind = name if name in KINDS else KINDS[0]
    formula = next(iter(_all(statement, "formula")), None)
    body = next(iter(_all(statement, "mainBody")), None)
    if body is None:
        body = next(iter(_all(statement, "body")), statement)
    operative = tuple(
        _paragraph(element, number) for number, element in enumerate(_paragraphs(body), start=1)
    )
    return Part(
        kind=kind,
        label=_label(statement),
        title=" ".join(_text(each) for each in _all(statement, "docTitle")),
        organ=_text(formula).rstrip(", ") if formula is not None else "",
        preamble=tuple(
            _recital(each, number)
            for number, each in enumerate(_all(statement, "recital"), start=1)
        ),
        operative=operative,
        text="" if operative else _own_text(body),
    )


def _label(statement: Element) -> str:
    found = [each for each in _all(statement, "docNumber") if each.get("class") == "label"]
    return _text(found[0]) if found else ""


def _paragraphs(body: Element) -> list[Element]:
    """Those of the text itself: none within another, none that is quoted."""
    inside = ("paragraph", "quotedStructure")
    return [
        each
        for each in _all(body, "paragraph")
        if not any(_name(above) in inside for above in each.iterancestors())
    ]


def _paragraph(element: Element, counted: int) -> Paragraph:
    read = NUMBER.match(_child_text(element, "num"))
    section = next((a for a in element.iterancestors() if _name(a) == "section"), None)
    return Paragraph(
        number=int(read[1]) if read else counted,
        verb=element.get("title", ""),
        text=_opening(element),
        subparagraphs=_points(element),
        section=_child_text(section, "num") if section is not None else "",
        again=(read[2] or "") if read else "",
    )


def _recital(element: Element, number: int) -> Paragraph:
    return Paragraph(number, element.get("title", ""), _opening(element), _items(element))


def _points(element: Element) -> tuple[Subparagraph, ...]:
    """Lettered items, whether they stand in a list, or at once in their paragraph."""
    return tuple(
        Subparagraph(_child_text(point, "num").strip("(). "), _opening(point), _points(point))
        for point in _nearest(element, ("point", "indent", "subparagraph"))
    )


def _items(element: Element) -> tuple[Subparagraph, ...]:
    return tuple(
        Subparagraph(_child_text(item, "num").strip("(). "), _opening(item), _items(item))
        for item in _nearest(element, ("item",))
    )


def _nearest(element: Element, names: Sequence[str]) -> list[Element]:
    """Those within it that stand in no other of them."""
    found: list[Element] = []
    for child in element:
        found += [child] if _name(child) in names else _nearest(child, names)
    return found


def _opening(element: Element) -> str:
    """The words before its first item, without number and notes."""
    return " ".join(" ".join(_words(element, top=True)).split())


STOPS = ("point", "indent", "subparagraph", "item", "num", "authorialNote")


def _words(element: Element, *, top: bool = False) -> list[str]:
    if not top and _name(element) in STOPS:
        return [element.tail or ""]
    found = [element.text or ""]
    for child in element:
        found += _words(child)
    return found if top else [*found, element.tail or ""]


def _own_text(body: Element) -> str:
    return " ".join(text for each in _all(body, "p") if (text := _text(each)))


def _about(statement: Element, part: Part) -> About:
    work = next(iter(_all(statement, "FRBRWork")), None)
    dated = next(iter(_all(work, "FRBRdate")), None) if work is not None else None
    number = next(iter(_all(work, "FRBRnumber")), None) if work is not None else None
    author = next(iter(_all(work, "FRBRauthor")), None) if work is not None else None
    status = dated.get("name", "") if dated is not None else ""
    return About(
        body=author.get("href", "").lstrip("#").upper() if author is not None else "",
        symbol=number.get("value", "") if number is not None else "",
        status=status if status in ("draft", "adopted", "superseded") else "",
        said_on=_day(dated.get("date", "")) if dated is not None else None,
        number="" if number is not None else part.label,
    )


def _day(text: str) -> date | None:
    if text == UNDATED:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _language(root: Element, statement: Element) -> str:
    said = next(iter(_all(statement, "FRBRlanguage")), None)
    code = said.get("language", "") if said is not None else ""
    own = root.get("{http://www.w3.org/XML/1998/namespace}lang", "")[:2]
    return SPOKEN.get(code) or (own if own in LANGUAGES else "en")


def _all(element: Element, name: str) -> list[Element]:
    return list(element.iter(f"{{{NAMESPACE}}}{name}"))


def _child_text(element: Element, name: str) -> str:
    found = element.find(f"{{{NAMESPACE}}}{name}")
    return _text(found) if found is not None else ""


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _name(element: Element) -> str:
    return str(element.tag).removeprefix(f"{{{NAMESPACE}}}")
