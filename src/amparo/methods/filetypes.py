"""What a file is, by its name and by how it begins: the two have to agree.

For evidence any kind is taken, for nothing here is ever opened or shown; but what is written of it
shall be true. A name that says one kind over a content of another is told.
"""

from dataclasses import dataclass
from pathlib import PurePosixPath

HEAD = 4096  # bytes to look at
UNKNOWN, TEXT = "unknown", "text"
WIDE_TEXT = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class Kind:
    """`begins`: any one of these has to fit, each as (offset, bytes).

    `weak`: so short a beginning that it confirms a name and tells nothing without one.
    """

    code: str
    extensions: tuple[str, ...]
    begins: tuple[tuple[int, bytes], ...] = ()
    weak: bool = False

    def fits(self, head: bytes) -> bool:
        return any(head[at : at + len(mark)] == mark for at, mark in self.begins)


class Untrue(Exception):
    """`said` is what the name says, `found` what the content is; UNKNOWN where it is not known."""

    def __init__(self, said: str, found: str) -> None:
        super().__init__(said, found)
        self.said, self.found = said, found


class Empty(Exception):
    """There is nothing in the file."""


KINDS = (
    Kind("jpeg", ("jpg", "jpeg", "jpe"), ((0, b"\xff\xd8\xff"),)),
    Kind("png", ("png",), ((0, b"\x89PNG\r\n\x1a\n"),)),
    Kind("gif", ("gif",), ((0, b"GIF87a"), (0, b"GIF89a"))),
    Kind("webp", ("webp",), ((8, b"WEBP"),)),
    Kind("tiff", ("tif", "tiff", "dng"), ((0, b"II*\0"), (0, b"MM\0*"))),
    Kind("bmp", ("bmp",), ((0, b"BM"),), weak=True),
    Kind("media", ("mp4", "m4v", "mov", "m4a", "3gp", "heic", "heif", "avif"), ((4, b"ftyp"),)),
    Kind("matroska", ("mkv", "webm", "mka"), ((0, b"\x1aE\xdf\xa3"),)),
    Kind("avi", ("avi",), ((8, b"AVI "),)),
    Kind("wav", ("wav",), ((8, b"WAVE"),)),
    Kind("ogg", ("ogg", "oga", "opus", "ogv"), ((0, b"OggS"),)),
    Kind("flac", ("flac",), ((0, b"fLaC"),)),
    Kind("amr", ("amr",), ((0, b"#!AMR"),)),
    Kind("mp3", ("mp3",), (
        (0, b"ID3"), (0, b"\xff\xfb"), (0, b"\xff\xf3"), (0, b"\xff\xf2"),
    ), weak=True),
    Kind("aac", ("aac",), ((0, b"\xff\xf1"), (0, b"\xff\xf9")), weak=True),
    Kind("pdf", ("pdf",), ((0, b"%PDF-"),)),
    Kind(
        "zip", ("zip", "docx", "xlsx", "pptx", "odt", "ods", "odp", "apk", "ufdr", "kmz", "epub"),
        ((0, b"PK\x03\x04"), (0, b"PK\x05\x06")),
    ),
    Kind("office", ("doc", "xls", "ppt", "msg"), ((0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),)),
    Kind("rtf", ("rtf",), ((0, b"{\\rtf"),)),
    Kind("mailbox", ("pst", "ost"), ((0, b"!BDN"),)),
    Kind("sqlite", ("sqlite", "sqlite3", "db"), ((0, b"SQLite format 3\0"),)),
    Kind("gzip", ("gz", "tgz"), ((0, b"\x1f\x8b\x08"),)),
    Kind("7z", ("7z",), ((0, b"7z\xbc\xaf\x27\x1c"),)),
    Kind("rar", ("rar",), ((0, b"Rar!\x1a\x07"),)),
    Kind("tar", ("tar",), ((257, b"ustar"),)),
    Kind("disk_image", ("e01", "ex01", "l01"), (
        (0, b"EVF\x09\r\n\xff\0"), (0, b"EVF2"), (0, b"LVF"),
    )),
    Kind("capture", ("pcap", "pcapng"), (
        (0, b"\xd4\xc3\xb2\xa1"), (0, b"\xa1\xb2\xc3\xd4"), (0, b"\n\r\r\n"),
    )),
    Kind("plist", ("plist",), ((0, b"bplist00"), (0, b"<?xml"))),
    Kind("program", ("exe", "dll"), ((0, b"MZ"),), weak=True),
    Kind("program", ("so", "elf"), ((0, b"\x7fELF"),)),
    Kind(TEXT, (
        "txt", "csv", "tsv", "json", "xml", "html", "htm", "eml", "log", "md", "vcf", "ics", "kml",
        "gpx",
    )),
)  # fmt: skip
BY_EXTENSION = {extension: kind for kind in KINDS for extension in kind.extensions}
CODES = tuple(dict.fromkeys([*(kind.code for kind in KINDS), UNKNOWN]))


def examine(name: str, head: bytes) -> str:
    """The kind that name and content agree on; UNKNOWN where neither tells. Raises Untrue, Empty.

    `head`: the first bytes, HEAD of them or all there are.
    """
    found = as_found(head)
    said = BY_EXTENSION.get(PurePosixPath(name.replace("\\", "/")).suffix.lower().lstrip("."))
    if said is None:
        return found
    agrees = _is_text(head) if said.code == TEXT else said.fits(head)
    if not agrees or (said.code == TEXT and found != TEXT):
        raise Untrue(said.code, found)
    return said.code


def as_found(head: bytes) -> str:
    """What the content alone tells. Raises Empty."""
    if not head:
        raise Empty
    strong = (kind.code for kind in KINDS if not kind.weak and kind.fits(head))
    kind = next(strong, "")
    if kind and not (kind == "plist" and head.startswith(b"<")):
        return kind
    return TEXT if _is_text(head) else UNKNOWN


def _is_text(head: bytes) -> bool:
    if head.startswith(WIDE_TEXT):
        return True
    control = sum(byte < 0x20 and byte not in b"\t\n\r\x0b\x0c\x1b" for byte in head)
    return not control
