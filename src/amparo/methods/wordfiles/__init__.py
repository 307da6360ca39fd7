"""The plain text of a document: .txt, .html, .docx, or a .pdf that holds its text.

    text = text_of(content, "resolution.docx")

What the layout says beyond words stays as plain marks that `methods.resolutions` understands: a
raised number as `<sup>1</sup>`, struck words between `~~`, footnotes below a line of underscores, a
page's end as a form feed. Pure computation: no path, no temporary file, no network; whatever the
content, the answer is a text or NotReadable.
"""

from collections.abc import Callable
from pathlib import PurePosixPath

from . import markup, pages, plain, word
from .refusals import NotReadable, broken, empty, too_large, unknown

__all__ = ["ACCEPTED", "MOST_BYTES", "NotReadable", "text_of"]

MOST_BYTES = 20_000_000
READERS: dict[str, Callable[[bytes], str]] = {
    "txt": plain.text_of,
    "html": markup.text_of,
    "htm": markup.text_of,
    "docx": word.text_of,
    "pdf": pages.text_of,
}
# For the file chooser of a page.
ACCEPTED = tuple(f".{extension}" for extension in READERS)


def text_of(content: bytes, name: str) -> str:
    """The words of a file. `name` says its kind by its extension; the content has to agree."""
    reader = READERS.get(PurePosixPath(name.replace("\\", "/")).suffix.lower().lstrip("."))
    if reader is None:
        raise unknown()
    if len(content) > MOST_BYTES:
        raise too_large()
    if not content.strip(b"\0 \r\n\t"):
        raise empty()
    try:
        return reader(content)
    except NotReadable:
        raise
    except Exception as error:  # the libraries raise many kinds for what is broken
        raise broken() from error
