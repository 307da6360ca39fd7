"""The words of documents: what a page draws beside them is kept as plain marks, and no content
does anything else than give a text or a refusal."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pikepdf
import pytest
import typst
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from amparo.methods.resolutions import NotAResolution, read
from amparo.methods.wordfiles import MOST_BYTES, NotReadable, text_of
from amparo.methods.wordfiles.numerals import numeral

PAGE = """#set page(width: 15cm, height: 12cm, header: [A/RES/99/1], footer: [2/5])
#set text(size: 10pt, lang: "en", hyphenate: true)
#set par(justify: true)
#set super(typographic: false)
#emph[The General Assembly],

#emph[Recalling] the Convention,#footnote[See resolution 70/1.] and the interorganizational plan,

1. #emph[Urges] Member States to consider uncompromisingly and interregionally the instruments;

2. #emph[Decides] to remain seized.
"""


def made(fill: Callable[[docx.document.Document], None]) -> bytes:
    document = docx.Document()
    fill(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def archive(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members.items():
            target.writestr(name, content)
    return out.getvalue()


def refused(content: bytes, name: str) -> str:
    with pytest.raises(NotReadable) as refusal:
        text_of(content, name)
    assert str(refusal.value).endswith(".")
    return refusal.value.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_text_is_read_in_the_encodings_that_offices_write(encoding: str) -> None:
    words = "L’Assemblée générale, rappelant sa résolution,\n1. Décide d’agir ;\n"
    assert text_of(words.encode(encoding), "a.TXT").lstrip("\ufeff") == words


def test_a_page_keeps_raised_numbers_struck_words_and_drawn_list_numbers() -> None:
    page = (
        "<title>x</title><script>y</script><p><i>The Council</i>,</p><p>Noting\n a thing,<sup>1"
        "</sup> and <del>all</del> &amp; more,</p><ol start=2><li>Urges<li>Asks:<ol type=a><li>one"
        "</ol></ol>"
    )
    assert text_of(page.encode(), "a.html").split("\n\n") == [
        "The Council,", "Noting a thing,<sup>1</sup> and ~~all~~ & more,", "2. Urges", "3. Asks:",
        "(a) one",
    ]  # fmt: skip


@pytest.mark.asvs("1.5.1")
def test_a_page_opens_no_entity(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("told")
    page = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e SYSTEM "file://{secret}">]>'
        "<html><body><p>1. Urges &e; all</p></body></html>"
    )
    assert "told" not in text_of(page.encode(), "a.html")
    assert "1. Urges" in text_of(page.encode(), "a.html")


def numbered(document: docx.document.Document) -> None:
    document.add_paragraph("The Council,")
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
        '</w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
        '<w:lvlText w:val="(%2)"/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="1"/>'
        '<w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl></w:abstractNum>'
    ))  # fmt: skip
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="91"><w:abstractNumId w:val="90"/></w:num>')
    )
    for words, level in (("Urges:", 0), ("one:", 1), ("deep;", 2), ("two;", 1), ("Decides.", 0)):
        paragraph = document.add_paragraph(words)
        properties = paragraph._p.get_or_add_pPr()
        properties.append(parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="91"/></w:numPr>'
        ))  # fmt: skip


def test_numbers_that_a_word_processor_draws_are_written() -> None:
    assert text_of(made(numbered), "a.docx").split("\n\n") == [
        "The Council,", "1. Urges:", "(a) one:", "(i) deep;", "(b) two;", "2. Decides.",
    ]  # fmt: skip


def reviewed(document: docx.document.Document) -> None:
    paragraph = document.add_paragraph("1.\tUrges all")
    paragraph.add_run("1").font.superscript = True
    paragraph.add_run(" to act")
    paragraph.add_run(" soon").font.strike = True
    paragraph._p.append(parse_xml(
        f'<w:del {nsdecls("w")}><w:r><w:delText>never</w:delText></w:r></w:del>'
    ))  # fmt: skip
    paragraph._p.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>;</w:t></w:r></w:ins>"))
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "OP2", "Decides to go on."


def test_raised_struck_and_reviewed_words_and_tables_of_a_document() -> None:
    assert text_of(made(reviewed), "a.docx").split("\n\n") == [
        "1.\tUrges all<sup>1</sup> to act~~ soon~~;", "OP2", "Decides to go on.",
    ]  # fmt: skip


NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def test_footnotes_of_a_document_stand_below_a_rule_with_their_mark() -> None:
    plain = made(lambda document: None)
    with zipfile.ZipFile(io.BytesIO(plain)) as source:
        members = {name: source.read(name) for name in source.namelist()}
    words = nsdecls("w")
    members["word/document.xml"] = (
        f"<w:document {words}><w:body><w:p><w:r><w:t>Noting a thing,</w:t></w:r><w:r>"
        '<w:footnoteReference w:id="7"/></w:r><w:r><w:t> and all,</w:t></w:r></w:p></w:body>'
        "</w:document>"
    ).encode()
    members["word/footnotes.xml"] = (
        f'<w:footnotes {words}><w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r><w:r>'
        "<w:t>See A/1.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    ).encode()
    links = members["word/_rels/document.xml.rels"]
    members["word/_rels/document.xml.rels"] = links.replace(
        b"</Relationships>",
        f'<Relationship Id="r99" Type="{NOTES}" Target="footnotes.xml"/></Relationships>'.encode(),
    )
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace(
        b"</Types>",
        b'<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-'
        b'officedocument.wordprocessingml.footnotes+xml"/></Types>',
    )
    assert text_of(archive(members), "a.docx").split("\n\n") == [
        "Noting a thing,<sup>1</sup> and all,", "__________________", "<sup>1</sup> See A/1.",
    ]  # fmt: skip


def test_a_pdf_is_read_to_its_paragraphs_with_the_marks_of_its_notes() -> None:
    document = read(text_of(typst.compile(PAGE.encode()), "a.pdf"))
    [part] = document.parts
    assert [each.number for each in part.operative] == [1, 2]
    assert part.preamble[0].text == ("Recalling the Convention, and the interorganizational plan,")
    assert [note.text for note in document.footnotes] == ["See resolution 70/1."]


def locked(password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(typst.compile(PAGE.encode()))))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_pdf_locked_against_changes_is_read_and_one_with_a_password_is_not() -> None:
    assert "Urges Member States" in text_of(locked(""), "a.pdf")
    assert refused(locked("secret"), "a.pdf") == "encrypted"


def test_what_gives_no_text_is_refused_with_a_reason() -> None:
    drawn = typst.compile(b"#rect(width: 3cm, height: 2cm)")
    assert refused(drawn, "a.pdf") == "scan"
    assert refused(b"", "a.docx") == "empty"
    assert refused(b" ", "a.txt") == "empty"
    assert refused(b"x", "a.doc") == "unknown"
    assert refused(b"x", "a") == "unknown"
    assert refused(b"x" * (MOST_BYTES + 1), "a.txt") == "too_large"
    assert refused(b"PK\x03\x04 broken", "a.docx") == "broken"
    assert refused(made(numbered)[:-400], "a.docx") == "broken"
    assert refused(b"%PDF-1.7 broken", "a.pdf") == "broken"
    assert refused(archive({"other.xml": b"<a/>"}), "a.docx") == "broken"
    assert refused(b"<p> </p>", "a.html") == "empty"
    assert refused(b"\x00\x01\x02" * 40, "a.txt") == "broken"


def test_an_archive_that_unpacks_to_more_than_a_document_is_not_unpacked() -> None:
    assert refused(archive({"word/document.xml": b"a" * 13_000_000}), "a.docx") == "bomb"
    many = {f"word/{number}.bin": b"" for number in range(2_100)}
    assert refused(archive({"word/document.xml": b"<a/>", **many}), "a.docx") == "bomb"


def drawing_without_end() -> bytes:
    """Thirty forms, each of which draws the next one ten times."""
    file = pikepdf.new()
    page = file.add_blank_page(page_size=(300, 300))
    inner = file.make_stream(b"BT /F1 9 Tf (a) Tj ET")
    for _ in range(30):
        inner.stream_dict.update({"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Form})
        inner.BBox = [0, 0, 300, 300]
        outer = file.make_stream(b"/X Do " * 10)
        outer.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=inner))
        inner = outer
    page.obj.Contents, page.obj.Resources = inner, inner.Resources
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def test_a_pdf_that_draws_without_end_is_left() -> None:
    assert refused(drawing_without_end(), "a.pdf") == "scan"


def test_a_page_of_many_items_is_read_and_one_deeper_than_any_is_not() -> None:
    assert text_of(b"<ol>" + b"<li>a" * 20_000, "a.html").endswith("20000. a")
    assert text_of(b"<div>" * 200 + b"1. Urges", "a.html") == "1. Urges"
    assert refused(b"<div>" * 20_000 + b"1. Urges", "a.html") == "empty"


@pytest.mark.asvs("1.5.1")
def test_entities_of_a_document_are_not_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("told")
    laughing = (
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">'
        f'<!ENTITY c SYSTEM "file://{secret}">]><w:document {nsdecls("w")}><w:body><w:p><w:r>'
        "<w:t>Urges &b; &c; all</w:t></w:r></w:p></w:body></w:document>"
    )
    with zipfile.ZipFile(io.BytesIO(made(lambda document: None))) as source:
        members = {name: source.read(name) for name in source.namelist()}
    members["word/document.xml"] = laughing.encode()
    text = text_of(archive(members), "a.docx")
    assert "told" not in text
    assert "haha" not in text


@pytest.mark.parametrize(
    ("number", "shape", "drawn"),
    [(1, "decimal", "1"), (27, "lowerLetter", "aa"), (4, "lowerRoman", "iv"),
     (9, "upperRoman", "IX"), (3, "upperLetter", "C"), (0, "lowerRoman", "0")],
)  # fmt: skip
def test_numerals(number: int, shape: str, drawn: str) -> None:
    assert numeral(number, shape) == drawn


BEGINNINGS = st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"\xff\xfe"])


@settings(max_examples=150, deadline=None)
@given(BEGINNINGS, st.binary(max_size=300), st.sampled_from(["txt", "html", "docx", "pdf", "x"]))
def test_any_content_gives_a_text_or_a_reason(begins: bytes, rest: bytes, kind: str) -> None:
    try:
        text = text_of(begins + rest, f"a.{kind}")
    except NotReadable as refusal:
        assert str(refusal)
        return
    try:
        read(text)
    except NotAResolution as refusal:
        assert str(refusal)
