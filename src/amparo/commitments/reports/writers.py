"""A report as a word file, as a PDF, and the table of its asks as a sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import get_language_bidi, override
from django.utils.translation import gettext as _

from amparo.commitments.clause_words import language
from amparo.commitments.presenters import said
from amparo.commitments.reports.blocks import Block
from amparo.commitments.reports.models import Report
from amparo.commitments.reports.queries import reports
from amparo.design import paper
from amparo.methods import spreadsheet

if TYPE_CHECKING:
    from docx.document import Document as Word

TEMPLATE = Path(__file__).with_name("report.typ")
LANGUAGE_TAGS = {"en": "en-GB", "fr": "fr-FR"}


def blocks_of(report: Report) -> list[Block]:
    """In the language that is spoken."""
    found: list[Block] = report.content[language()]
    return found


def subtitle(report: Report) -> str:
    kind = Report.Kind(report.kind).label
    return f"{kind} · {_('As of %(day)s.') % {'day': date_format(report.as_of)}}"


def as_pdf(report: Report) -> bytes:
    """Tagged for those who listen to it (PDF/UA-1)."""
    contents = {
        "title": said(report, "title"),
        "subtitle": subtitle(report),
        "language": language(),
        "right_to_left": get_language_bidi(),
        "blocks": blocks_of(report),
    }
    return paper.printed(contents, TEMPLATE.read_text(encoding="utf-8"))


def as_csv(report: Report) -> bytes:
    """The table of the asks: the first one that the report holds."""
    table = next((block for block in blocks_of(report) if block["kind"] == "table"), None)
    if table is None:
        return b""
    return spreadsheet.as_csv(table["columns"], table["rows"]).encode()


def as_docx(report: Report) -> bytes:
    """With headings, repeated heads of tables and its language, for whoever edits it further."""
    import docx  # only whoever writes one pays for it

    word: Word = docx.Document()
    word.core_properties.title = said(report, "title")
    word.core_properties.language = LANGUAGE_TAGS[language()]
    _speak(word, LANGUAGE_TAGS[language()])
    word.add_heading(said(report, "title"), 0)
    word.add_paragraph(subtitle(report))
    for block in blocks_of(report):
        DOCX[block["kind"]](word, block)
    file = BytesIO()
    word.save(file)
    return file.getvalue()


def _speak(word: Word, tag: str) -> None:
    """In which language its words are read out and spelt."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    style = word.styles["Normal"].element.get_or_add_rPr()
    lang = OxmlElement("w:lang")
    lang.set(qn("w:val"), tag)
    style.append(lang)


def _heading(word: Word, block: Block) -> None:
    word.add_heading(block["text"], block["level"] - 1)


def _text(word: Word, block: Block) -> None:
    word.add_paragraph(block["text"])


def _quote(word: Word, block: Block) -> None:
    word.add_paragraph(block["text"], style="Quote")


def _facts(word: Word, block: Block) -> None:
    for key, value in block["rows"]:
        paragraph = word.add_paragraph()
        paragraph.add_run(f"{key}: ").bold = True
        paragraph.add_run(value)


def _table(word: Word, block: Block) -> None:
    from docx.oxml import OxmlElement

    word.add_paragraph(block["caption"], style="Caption")
    made = word.add_table(rows=1, cols=len(block["columns"]), style="Table Grid")
    for cell, words in zip(made.rows[0].cells, block["columns"], strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    # Read out as the head of each column, and repeated on each page.
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in block["rows"]:
        for cell, words in zip(made.add_row().cells, row, strict=True):
            cell.text = words
    word.add_paragraph()


def _figure(word: Word, block: Block) -> None:
    paragraph = word.add_paragraph()
    paragraph.add_run(f"{block['sentence']} ").bold = True
    paragraph.add_run(block["note"])


def _listing(word: Word, block: Block) -> None:
    for item in block["items"]:
        word.add_paragraph(item, style="List Bullet")


DOCX: Mapping[str, Callable[[Any, Block], None]] = {
    "heading": _heading,
    "text": _text,
    "quote": _quote,
    "facts": _facts,
    "table": _table,
    "figure": _figure,
    "listing": _listing,
}
WRITERS: Mapping[str, tuple[str, Callable[[Report], bytes]]] = {
    "pdf": ("application/pdf", as_pdf),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", as_docx),
    "csv": ("text/csv; charset=utf-8", as_csv),
}


@lru_cache(maxsize=32)
def written(report: UUID, shape: str, spoken: str) -> bytes:
    """`spoken`: the language. What a report says never changes, so it is written once."""
    with override(spoken):
        return WRITERS[shape][1](reports().get(pk=report))
