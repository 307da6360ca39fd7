"""Documents of word processors (.docx): paragraphs with their drawn numbers, tables, footnotes."""

import io
import zipfile
from collections.abc import Iterator

from .elements import Element
from .numbering import Numbering
from .refusals import bomb, broken, empty, encrypted, old_word

MOST_MEMBERS = 2_000
MOST_UNPACKED = 60_000_000
MOST_OF_XML = 8_000_000
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SEALED = "EncryptedPackage".encode("utf-16-le")
_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# What was moved or deleted under review, and what is no text.
_UNREAD = {f"{_WORDS}{name}" for name in ("del", "moveFrom", "pPr", "instrText", "delText")}
_NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_RULE = "__________________"


def text_of(content: bytes) -> str:
    _refuse_unfit(content)
    import docx

    source = docx.Document(io.BytesIO(content))
    document = Document(source)
    lines = [*document.lines(source.element.body)]
    if notes := [*document.notes()]:
        lines += [_RULE, *notes]
    text = "\n\n".join(lines)
    if not text.strip():
        raise empty()
    return text


def _refuse_unfit(content: bytes) -> None:
    """Looks at what the archive says of itself; what unpacks to more fails its checksum."""
    if content.startswith(_OLD):
        raise encrypted() if _SEALED in content else old_word()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise encrypted()
    sizes = [member.file_size for member in members]
    of_xml = [member.file_size for member in members if member.filename.endswith((".xml", ".rels"))]
    if len(sizes) > MOST_MEMBERS or sum(sizes) > MOST_UNPACKED or sum(of_xml) > MOST_OF_XML:
        raise bomb()
    if not any(member.filename == "word/document.xml" for member in members):
        raise broken()


class Document:
    """Reads the parts of one document; footnotes are numbered in the order of their marks."""

    def __init__(self, source: Element) -> None:
        self.source = source
        self.numbering = Numbering(source)
        self.marked: dict[str, str] = {}

    def lines(self, container: Element) -> Iterator[str]:
        """One for each paragraph that holds something, those of tables in reading order."""
        for paragraph in container.iter(f"{_WORDS}p"):
            if any(True for _ in paragraph.iterancestors(_FALLBACK)):
                continue
            words = self._words(paragraph)
            if words.strip():
                yield f"{self.numbering.label(paragraph)}{words.strip()}"

    def notes(self) -> Iterator[str]:
        part = next(
            (each.target_part for each in self.source.part.rels.values() if each.reltype == _NOTES),
            None,
        )
        if part is None or not self.marked:
            return
        from docx.oxml import parse_xml

        for note in parse_xml(part.blob).iter(f"{_WORDS}footnote"):
            mark = self.marked.get(note.get(f"{_WORDS}id"))
            if mark is not None:
                text = " ".join(" ".join(self.lines(note)).split())
                yield text if mark == "*" else f"<sup>{mark}</sup> {text}"

    def _words(self, paragraph: Element) -> str:
        return "".join(self._pieces(paragraph)).replace("</sup><sup>", "").replace("~~~~", "")

    def _pieces(self, element: Element) -> Iterator[str]:
        for child in element:
            if child.tag == f"{_WORDS}r":
                yield self._run(child)
            elif isinstance(child.tag, str) and child.tag not in _UNREAD:
                yield from self._pieces(child)

    def _run(self, run: Element) -> str:
        text = "".join(self._signs(run))
        looks = _looks(run)
        if "vanish" in looks or not text:
            return ""
        if "strike" in looks or "dstrike" in looks:
            return f"~~{text}~~"
        if "superscript" in looks and "<sup>" not in text and text.strip():
            return f"<sup>{text.strip()}</sup>"
        return text

    def _signs(self, run: Element) -> Iterator[str]:
        for sign in run:
            name = sign.tag.removeprefix(_WORDS) if isinstance(sign.tag, str) else ""
            if name == "t":
                yield sign.text or ""
            elif name in {"tab", "ptab"}:
                yield "\t"
            elif name in {"br", "cr"}:
                yield "\n"
            elif name in {"noBreakHyphen"}:
                yield "-"
            elif name == "footnoteReference":
                yield self._mark(sign)

    def _mark(self, reference: Element) -> str:
        """A mark of the writer's own (`*`) follows as text and stands before the note too."""
        identity = reference.get(f"{_WORDS}id")
        if reference.get(f"{_WORDS}customMarkFollows") in {"1", "true", "on"}:
            self.marked[identity] = "*"
            return ""
        numbered = sum(mark != "*" for mark in self.marked.values())
        self.marked.setdefault(identity, str(numbered + 1))
        return f"<sup>{self.marked[identity]}</sup>"


def _looks(run: Element) -> set[str]:
    properties = run.find(f"{_WORDS}rPr")
    if properties is None:
        return set()
    found = set()
    for each in properties:
        value = each.get(f"{_WORDS}val", "true")
        name = str(each.tag).removeprefix(_WORDS)
        found.add(value if name == "vertAlign" else name if value not in {"0", "false"} else "")
    return found
