"""What a large original costs: 200 MB sent as a form, and the memory of whoever receives it.

Prints the most resident memory while a file of 2 MB comes in, and while one of 200 MB does: what
grows with the file is the difference. Then the large original is taken again, and compared.
"""

import hashlib
import os
import time
from collections.abc import Iterator
from io import RawIOBase
from typing import Any

import psutil

from support import scratch

SMALL, LARGE = 2, 200  # MB
MB = 1024**2
BOUNDARY = b"----------------amparo"
BLOCK = os.urandom(MB)


def parts(size: int, fields: dict[str, str]) -> Iterator[bytes]:
    """A form as a browser sends it, without ever being whole."""
    for name, value in fields.items():
        yield (
            b"--"
            + BOUNDARY
            + f'\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        )
    yield (
        b"--" + BOUNDARY + b'\r\nContent-Disposition: form-data; name="file"; filename="disk.bin"'
        b"\r\nContent-Type: application/octet-stream\r\n\r\n"
    )
    for _ in range(size):
        yield BLOCK
    yield b"\r\n--" + BOUNDARY + b"--\r\n"


class Body(RawIOBase):
    """What the web server hands on, a little at a time."""

    def __init__(self, size: int, fields: dict[str, str]) -> None:
        self.length = sum(map(len, parts(size, fields)))
        self.rest, self.held = parts(size, fields), b""

    def read(self, size: int = -1) -> bytes:
        MEMORY.look()
        while len(self.held) < size:
            piece = next(self.rest, None)
            if piece is None:
                break
            self.held += piece
        found, self.held = self.held[:size], self.held[size:]
        return found


class Memory:
    """The most that this process held since it was asked last, in MB; seen at each piece."""

    def __init__(self) -> None:
        self.process, self.most = psutil.Process(), 0.0

    def look(self) -> None:
        self.most = max(self.most, self.process.memory_info().rss / MB)

    def told(self) -> float:
        found, self.most = self.most, 0.0
        return found


MEMORY = Memory()


def send(size: int, by: Any, dossier: Any) -> float:
    """Seconds that it took, through the parser, the form and the action."""
    from uuid import uuid4

    from django.core.handlers.wsgi import WSGIRequest
    from django.test import RequestFactory

    from amparo.access.acting import acting_as
    from amparo.evidence.views.items import add
    from amparo.people.country import today

    fields = {
        "key": str(uuid4()), "source": "document", "description": "A disk", "place": "Quay 4",
        "finder": "Vale", "found_on": today().isoformat(),
    }  # fmt: skip
    body = Body(size, fields)
    kind = f"multipart/form-data; boundary={BOUNDARY.decode()}"
    environ = RequestFactory().get("/").environ
    request: Any = WSGIRequest(
        {**environ, "REQUEST_METHOD": "POST", "CONTENT_TYPE": kind,
         "CONTENT_LENGTH": str(body.length), "wsgi.input": body}
    )  # fmt: skip
    request.user = by
    request._messages = Silent()
    request._dont_enforce_csrf_checks = True  # as the tests' own client does
    start = time.perf_counter()
    with acting_as(by):
        response = add(request, dossier.reference)
    assert response.status_code == 302
    return time.perf_counter() - start


class Silent:
    def add(self, *args: object) -> None:
        """Where a page would say that it is done."""


def take(size: int, by: Any, dossier: Any) -> float:
    from amparo.access.acting import acting_as
    from amparo.evidence.actions.items import open_original
    from amparo.evidence.queries import items_of

    with acting_as(by):
        item = items_of(dossier)[-1]
    hashed, sent, start = hashlib.sha256(), hashlib.sha256(), time.perf_counter()
    for piece in open_original(item, by=by, purpose="evidence"):
        hashed.update(piece)
        MEMORY.look()
    taken = time.perf_counter() - start
    for _ in range(size):
        sent.update(BLOCK)
    assert hashed.digest() == sent.digest()
    return taken


def main() -> None:
    with scratch.database("bench_evidence"):
        from amparo.evidence.tests.story import handed_over
        from support import files
        from support.cast import make_cast

        cast = make_cast()
        dossier, by = handed_over(files.received(cast), cast), cast.investigator
        print(f"{'':>12} {'MB':>5} {'seconds':>8} {'most RSS, MB':>13}")
        for size in (SMALL, LARGE):
            print(f"{'sent':>12} {size:5} {send(size, by, dossier):8.2f} {MEMORY.told():13.1f}")
        print(
            f"{'taken again':>12} {LARGE:5} {take(LARGE, by, dossier):8.2f} {MEMORY.told():13.1f}"
        )


if __name__ == "__main__":
    main()
