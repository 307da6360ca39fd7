"""What a file that somebody sends is, whether it is taken, and its copy without hidden data.

`examine` says what the file is or why it is not taken; `clean` gives the copy for every day, None
for kinds that cannot be cleaned. Pure computation: no path, no temporary file, no network.
"""

from pathlib import PurePosixPath

from amparo.methods.uploads import images, office, pdf, plain
from amparo.methods.uploads.kinds import EXTENSIONS, CannotClean, Kind, NotTaken, Reason

__all__ = ["EXTENSIONS", "CannotClean", "Kind", "NotTaken", "Reason", "clean", "examine"]

CHECKS = {
    Kind.JPEG: images.check, Kind.PNG: images.check, Kind.WEBP: images.check,
    Kind.PDF: pdf.check, Kind.TEXT: plain.check, Kind.DOCX: office.check, Kind.ODT: office.check,
}  # fmt: skip
CLEANERS = {
    Kind.JPEG: images.clean, Kind.PNG: images.clean, Kind.WEBP: images.clean,
    Kind.PDF: pdf.clean, Kind.TEXT: plain.clean,
}  # fmt: skip


def examine(name: str, data: bytes) -> Kind:
    """The kind that extension and content agree on. Raises NotTaken."""
    kind = EXTENSIONS.get(PurePosixPath(name).suffix.lower().lstrip("."))
    if kind is None:
        raise NotTaken(Reason.EXTENSION)
    if not data:
        raise NotTaken(Reason.EMPTY)
    CHECKS[kind](kind, data)
    return kind


def clean(kind: Kind, data: bytes) -> bytes | None:
    """A copy that holds what one sees and nothing else. Raises CannotClean."""
    if kind not in CLEANERS:
        return None
    try:
        return CLEANERS[kind](kind, data)
    except CannotClean:
        raise
    except Exception as error:  # whatever a library makes of a file that passed the check
        raise CannotClean from error
