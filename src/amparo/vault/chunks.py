"""Sealing of a file in chunks: STREAM (Hoang, Reyhanitabar, Rogaway and Vizár, 2015).

Each chunk's nonce holds a prefix drawn for the file, the chunk's number, and whether it is the
last one; the associated data names the place. So a chunk left out, repeated, put elsewhere, taken
from another file or cut off at the end is found. Every chunk is of one length: what shows of a
file is how many there are. Memory does not grow with the file.
"""

import os
import struct
from collections.abc import Iterable, Iterator

from cryptography.exceptions import InvalidTag

from amparo.vault.cipher import HEADER, LENGTH, CannotOpen, Key, Place, context, for_new, named_by

MAGIC = b"AMC"
CHUNK = 64 * 1024
PREFIX = 7
POSITION = struct.Struct(">I?")  # number, whether it is the last: with the prefix 12 bytes
START = HEADER.size + PREFIX


class Sealing:
    """A file that is sealed as it comes in: full chunks as soon as there are any, then the last."""

    def __init__(self, key: Key, place: Place) -> None:
        self.header, self.cipher = for_new(key, MAGIC)
        self.prefix, self.bound = os.urandom(PREFIX), context(self.header, place)
        self.held, self.number = bytearray(), 0

    def take(self, piece: bytes) -> Iterator[bytes]:
        """The chunks to store so far. One that is just full waits: it may be the last."""
        view = memoryview(piece)
        for start in range(0, len(view), CHUNK):
            self.held += view[start : start + CHUNK]
            if len(self.held) > CHUNK:
                yield self._sealed(bytes(self.held[:CHUNK]), last=False)
                del self.held[:CHUNK]

    def end(self) -> bytes:
        """The last chunk; of an empty file the only one."""
        return self._sealed(bytes(self.held), last=True)

    def _sealed(self, data: bytes, *, last: bool) -> bytes:
        padded = (LENGTH.pack(len(data)) + data).ljust(LENGTH.size + CHUNK, b"\0")
        nonce = self.prefix + POSITION.pack(self.number, last)
        self.number += 1
        return self.header + self.prefix + self.cipher.encrypt(nonce, padded, self.bound)


def seal_chunks(key: Key, place: Place, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Seal what `pieces` add up to; an empty file is one chunk."""
    sealing = Sealing(key, place)
    for piece in pieces:
        yield from sealing.take(piece)
    yield sealing.end()


def open_chunks(key: Key, place: Place, stored: Iterable[bytes]) -> Iterator[bytes]:
    """The bytes that were sealed, as they come. Raises CannotOpen where a chunk is not in place.

    What comes before that place has been given by then: a reader keeps nothing that ended so.
    """
    header = prefix = b""
    for number, (chunk, last) in enumerate(_with_last(stored)):
        if not number:
            header, prefix = chunk[: HEADER.size], chunk[HEADER.size : START]
        if chunk[:START] != header + prefix or len(prefix) != PREFIX:
            raise CannotOpen(f"{place.label}: a chunk of another file")
        nonce = prefix + POSITION.pack(number, last)
        try:
            cipher = named_by(header, key, place, MAGIC)
            padded = cipher.decrypt(nonce, chunk[START:], context(header, place))
        except (InvalidTag, ValueError) as error:
            raise CannotOpen(f"{place.label}: chunk {number} does not belong here") from error
        (length,) = LENGTH.unpack_from(padded)
        yield padded[LENGTH.size : LENGTH.size + length]
    if not prefix:
        raise CannotOpen(f"{place.label}: no chunk is left")


def _with_last(stored: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    rest = iter(stored)
    held = next(rest, None)
    while held is not None:
        following = next(rest, None)
        yield held, following is None
        held = following
