"""An archive: looked into, never unpacked to a disk; no name in it is ever a path."""

import io
import zipfile
from pathlib import PurePosixPath

from amparo.methods.tables.refusals import NotRead, Why

HEAD = b"PK\x03\x04"


def members(data: bytes, *, most: int, most_bytes: int) -> dict[str, bytes]:
    """What each file in it holds, by its name without a folder. Raises NotRead.

    `most`: files; `most_bytes`: of all of them unpacked, as the archive itself says. What unpacks
    to more than it says fails its checksum.
    """
    if not data.startswith(HEAD):
        raise NotRead(Why.LIE)
    try:
        return _members(data, most, most_bytes)
    except NotRead:
        raise
    except Exception as error:  # zipfile and zlib raise many kinds for what is broken
        raise NotRead(Why.BROKEN) from error


def _members(data: bytes, most: int, most_bytes: int) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = [member for member in archive.infolist() if not member.is_dir()]
        names = [PurePosixPath(member.filename).name for member in found]
        if any(member.flag_bits & 1 for member in found):
            raise NotRead(Why.PASSWORD)
        if len(found) > most or sum(member.file_size for member in found) > most_bytes:
            raise NotRead(Why.BOMB)
        if len(set(names)) != len(names):
            raise NotRead(Why.TWICE)
        return {name: archive.read(member) for name, member in zip(names, found, strict=True)}
