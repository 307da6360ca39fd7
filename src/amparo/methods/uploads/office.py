"""Documents of word processors, which are archives: looked into, never unpacked, kept as they came.

Nothing here writes a member anywhere, so no name in an archive is ever a path.
"""

import io
import stat
import zipfile
from pathlib import PurePosixPath

from amparo.methods.uploads.kinds import Kind, NotTaken, Reason

MOST_MEMBERS, MOST_BYTES = 2_000, 200 * 1024 * 1024
ODT = b"application/vnd.oasis.opendocument.text"
NEEDED = {Kind.DOCX: {"[Content_Types].xml", "word/document.xml"}, Kind.ODT: {"content.xml"}}
MACROS = ("vbaproject.bin", "vbadata.xml", "basic/", "scripts/", "activex/")


def check(kind: Kind, data: bytes) -> None:
    """What the archive says of itself, and its type; nothing is decompressed but a short word."""
    if not data.startswith(b"PK\x03\x04"):
        raise NotTaken(Reason.CONTENT)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _refuse_unfit(members)
            if not NEEDED[kind] <= {member.filename for member in members}:
                raise NotTaken(Reason.CONTENT)
            if kind == Kind.ODT and _word(archive, "mimetype") != ODT:
                raise NotTaken(Reason.CONTENT)
    except NotTaken:
        raise
    except Exception as error:  # zipfile and zlib raise many kinds for what is broken
        raise NotTaken(Reason.CONTENT) from error


def _refuse_unfit(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_MEMBERS or sum(each.file_size for each in members) > MOST_BYTES:
        raise NotTaken(Reason.ARCHIVE)
    if any(_is_unfit(member) for member in members):
        raise NotTaken(Reason.ARCHIVE)
    if any(mark in member.filename.lower() for member in members for mark in MACROS):
        raise NotTaken(Reason.MACROS)


def _is_unfit(member: zipfile.ZipInfo) -> bool:
    """A link, an encrypted member, or a name that leads out of the archive."""
    path = PurePosixPath(member.filename.replace("\\", "/"))
    link = stat.S_ISLNK(member.external_attr >> 16)
    return link or bool(member.flag_bits & 1) or path.is_absolute() or ".." in path.parts


def _word(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as member:
        return member.read(100).strip()
