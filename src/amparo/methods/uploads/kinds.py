from enum import StrEnum


class Kind(StrEnum):
    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    PDF = "pdf"
    TEXT = "text"
    DOCX = "docx"
    ODT = "odt"


EXTENSIONS = {
    "jpg": Kind.JPEG, "jpeg": Kind.JPEG, "png": Kind.PNG, "webp": Kind.WEBP, "pdf": Kind.PDF,
    "txt": Kind.TEXT, "docx": Kind.DOCX, "odt": Kind.ODT,
}  # fmt: skip


class Reason(StrEnum):
    """Why a file is not taken."""

    EXTENSION = "extension"
    EMPTY = "empty"
    CONTENT = "content"
    PIXELS = "pixels"
    PAGES = "pages"
    PASSWORD = "password"  # noqa: S105  a reason, no secret
    MACROS = "macros"
    ARCHIVE = "archive"


class NotTaken(Exception):
    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class CannotClean(Exception):
    """The file was taken, but no copy without hidden data could be made of it."""
