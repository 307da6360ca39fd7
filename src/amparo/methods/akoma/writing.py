"""Write a part of a text as Akoma Ntoso. One paragraph of the text is one element."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from amparo.methods.resolutions import Footnote, Paragraph, Part, Subparagraph

from .about import LANGUAGES, NAMESPACE, UNDATED, About, expression_of, name_of, work_of

if TYPE_CHECKING:
    from lxml.builder import ElementMaker

    Element = Any

SOURCE = "#amparo"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def written(
    part: Part, about: About, *, language: str, footnotes: Sequence[Footnote] = ()
) -> bytes:
    """UTF-8 XML with a declaration. Footnotes stand at the end: where their mark stood is not kept.

    Raises ValueError for text that XML cannot hold.
    """
    from lxml import etree
    from lxml.builder import ElementMaker

    make = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})
    statement = make.statement(
        _meta(make, part, about, language),
        make.preface(*_preface(make, part, about)),
        _preamble(make, part),
        make.mainBody(*_body(make, part)),
        *([make.conclusions(*_notes(make, footnotes))] if footnotes else ()),
        name=part.kind,
        contains="originalVersion",
    )
    root = make.akomaNtoso(statement)
    root.set(XML_LANG, language)
    found: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return found


def _meta(make: ElementMaker, part: Part, about: About, language: str) -> Element:
    work, body = work_of(about, part.kind), name_of(about.body, "un")
    day = about.said_on.isoformat() if about.said_on else UNDATED
    expression = expression_of(about, part.kind, language)

    def shared(address: str, name: str) -> list[Element]:
        return [
            make.FRBRthis(value=f"{address}/!main"),
            make.FRBRuri(value=address),
            make.FRBRdate(date=day, name=name),
            make.FRBRauthor(href=f"#{body}"),
        ]

    return make.meta(
        make.identification(
            make.FRBRWork(
                *shared(work, about.status or "statement"),
                make.FRBRcountry(value="un"),
                *([make.FRBRnumber(value=about.symbol)] if about.symbol else ()),
                make.FRBRname(value=part.label or part.title or part.kind),
            ),
            make.FRBRExpression(
                *shared(expression, "expression"), make.FRBRlanguage(language=LANGUAGES[language])
            ),
            make.FRBRManifestation(*shared(f"{expression}.xml", "manifestation")),
            source=SOURCE,
        ),
        make.references(
            make.TLCOrganization(
                eId=body,
                href=f"/akn/ontology/organization/un/{body}",
                showAs=part.organ or about.body,
            ),
            source=SOURCE,
        ),
    )


def _preface(make: ElementMaker, part: Part, about: About) -> list[Element]:
    lines = []
    if about.symbol:
        lines.append(make.p(make.docNumber(about.symbol)))
    if part.label:
        lines.append(make.p(make.docNumber(part.label, {"class": "label"})))
    if about.said_on:
        day = about.said_on.isoformat()
        lines.append(make.p(make.docDate(day, date=day)))
    return [*lines, make.p(make.docTitle(part.title))]


def _preamble(make: ElementMaker, part: Part) -> Element:
    """The one who speaks, then why."""
    formula = make.formula(make.p(f"{part.organ},"), name="enactingFormula")
    recitals = [_recital(make, paragraph) for paragraph in part.preamble]
    inside = [formula] if part.organ else []
    inside += [make.recitals(*recitals)] if recitals else []
    return make.preamble(*(inside or [make.p()]))


def _recital(make: ElementMaker, paragraph: Paragraph) -> Element:
    number = paragraph.number
    recital = make.recital(make.p(paragraph.text), eId=f"rec_{number}", **_verb(paragraph))
    if paragraph.subparagraphs:
        recital.append(_block_list(make, paragraph.subparagraphs, f"rec_{number}"))
    return recital


def _block_list(make: ElementMaker, items: Sequence[Subparagraph], above: str) -> Element:
    """Items outside the body, where a hierarchy may not stand."""
    rows = []
    for item in items:
        here = f"{above}__item_{item.label}"
        row = make.item(make.num(f"{item.label})"), make.p(item.text), eId=here)
        if item.subparagraphs:
            row.append(_block_list(make, item.subparagraphs, here))
        rows.append(row)
    return make.blockList(*rows, eId=f"{above}__list_1")


def _body(make: ElementMaker, part: Part) -> list[Element]:
    if not part.operative:
        return [make.p(part.text)]
    found: list[Element] = []
    sections: dict[str, Element] = {}
    for paragraph in part.operative:
        if not paragraph.section:
            found.append(_paragraph(make, paragraph, ""))
            continue
        eid = f"sec_{paragraph.section}"
        if paragraph.section not in sections:
            sections[paragraph.section] = make.section(make.num(paragraph.section), eId=eid)
            found.append(sections[paragraph.section])
        sections[paragraph.section].append(_paragraph(make, paragraph, f"{eid}__"))
    return found


def _paragraph(make: ElementMaker, paragraph: Paragraph, above: str) -> Element:
    eid = f"{above}para_{paragraph.number}{paragraph.again}"
    number = make.num(f"{paragraph.number}{f' {paragraph.again}' if paragraph.again else ''}.")
    return make.paragraph(
        number, *_inside(make, paragraph.text, paragraph.subparagraphs, eid), eId=eid,
        **_verb(paragraph),
    )  # fmt: skip


def _inside(
    make: ElementMaker, text: str, items: Sequence[Subparagraph], eid: str
) -> list[Element]:
    if not items:
        return [make.content(make.p(text))]
    listed = f"{eid}__list_1"
    return [make.list(make.intro(make.p(text)), *_points(make, items, listed), eId=listed)]


def _points(make: ElementMaker, items: Sequence[Subparagraph], above: str) -> list[Element]:
    found = []
    for item in items:
        eid = f"{above}__point_{item.label}"
        inside = _inside(make, item.text, item.subparagraphs, eid)
        found.append(make.point(make.num(f"{item.label})"), *inside, eId=eid))
    return found


def _verb(paragraph: Paragraph) -> dict[str, str]:
    """What opens it, for which the standard has no element."""
    return {"title": paragraph.verb} if paragraph.verb else {}


def _notes(make: ElementMaker, footnotes: Sequence[Footnote]) -> list[Element]:
    return [
        make.p(
            make.authorialNote(
                make.p(note.text), marker=note.mark, placement="bottom", eId=f"fn_{place}"
            )
        )
        for place, note in enumerate(footnotes, start=1)
    ]
