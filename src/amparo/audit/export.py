"""The log as a file of JSON lines, to be checked elsewhere: no database is asked to read it.

First what it is and the public key, then the signed heads as they were written, then every row.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from amparo.audit import heads, verify
from amparo.audit.chain import Row, time_of
from amparo.audit.queries import rows_in_chain_order
from amparo.methods import clock

FORMAT = "amparo log 1"


class NotALog(Exception):
    """The file is no export of a log, or is cut short; the sentence names the line."""


@dataclass(frozen=True)
class Exported:
    """An export being read: the heads are checked already, the rows come as they are asked for."""

    public_key: bytes
    signed: heads.Signed
    rows: Iterator[Row]


def write(file: BinaryIO) -> int:
    """Write the live log; how many rows it has."""
    about = {
        "format": FORMAT,
        "at": time_of(clock.now()),
        "public_key": heads.public_key().hex(),
        "columns": list(Row._fields),
    }
    file.write(json.dumps(about).encode() + b"\n")
    for line in heads.lines_of(settings.AUDIT_HEADS):
        file.write(line.rstrip(b"\n") + b"\n")
    number = 0
    for row in rows_in_chain_order():
        number += 1
        told = (*row[:-2], row.previous.hex(), row.mac.hex())
        file.write(json.dumps(told, ensure_ascii=False).encode() + b"\n")
    file.write(json.dumps({"rows": number}).encode() + b"\n")
    return number


def read(file: BinaryIO, *, others: Iterable[bytes] = (), public: bytes | None = None) -> Exported:
    """`others`: heads kept elsewhere, believed instead of the file's own. Raises NotALog."""
    about = _json(file.readline(), 1)
    if not isinstance(about, dict) or about.get("format") != FORMAT:
        raise NotALog("Line 1 does not say that this is an export of the log.")
    public = public or bytes.fromhex(about["public_key"])
    lines, own, start = 1, [], file.tell()
    while (line := file.readline()) and not line.startswith((b"[", b'{"rows"')):
        lines, start = lines + 1, file.tell()
        own.append(line)
    file.seek(start)
    signed = heads.read(list(others) or own, public)
    return Exported(public, signed, _rows(file, lines))


def _rows(file: BinaryIO, before: int) -> Iterator[Row]:
    number = 0
    for number, line in enumerate(file, 1):
        if not line.startswith(b"["):
            if _json(line, before + number) != {"rows": number - 1}:
                raise NotALog(f"Line {before + number} does not count the rows before it.")
            return
        try:
            *told, previous, mac = json.loads(line)
            yield Row._make((*told, bytes.fromhex(previous), bytes.fromhex(mac)))
        except (ValueError, TypeError) as error:
            raise NotALog(f"Line {before + number} is no row of the log.") from error
    raise NotALog(f"The file ends after line {before + number}, before its last line.")


def _json(line: bytes, number: int) -> object:
    try:
        return json.loads(line)
    except ValueError as error:
        raise NotALog(f"Line {number} is no JSON.") from error


def check(
    path: Path, *, others: Path | None, secret: bytes | None, public: bytes | None
) -> verify.Report:
    """Check an export. Raises NotALog."""
    with path.open("rb") as file:
        lines = heads.lines_of(others) if others else ()
        exported = read(file, others=lines, public=public)
        return verify.check(exported.rows, secret, exported.signed)
