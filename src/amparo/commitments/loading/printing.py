"""The words of a text whose file gave its parts: as they would be printed."""

from collections.abc import Iterator, Sequence

from amparo.methods.resolutions import Document, Part, Subparagraph


def printed(text: Document) -> str:
    return "\n\n".join(block for part in text.parts for block in _blocks(part))


def _blocks(part: Part) -> Iterator[str]:
    yield from (block for block in (part.label, part.title) if block)
    if part.organ:
        yield f"{part.organ},"
    for paragraph in part.preamble:
        yield "\n".join([paragraph.text, *_lines(paragraph.subparagraphs)])
    section = ""
    for paragraph in part.operative:
        if paragraph.section != section:
            section = paragraph.section
            yield section
        opening = f"{paragraph.number}. {paragraph.text}"
        yield "\n".join([opening, *_lines(paragraph.subparagraphs)])
    if part.text:
        yield part.text


def _lines(items: Sequence[Subparagraph]) -> Iterator[str]:
    for item in items:
        yield f"{item.label}) {item.text}"
        yield from _lines(item.subparagraphs)
