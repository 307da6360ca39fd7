"""Every text that is sealed is a canary: kept aside here; found in clear elsewhere, it leaked.

Works in whatever process calls `keep`: the tests' own, or a server that they start.
"""

import json
import os
from pathlib import Path
from typing import Any

SHOWN = 200  # bytes of a sealed file that are looked for


def keep(folder: Path) -> None:
    """From now on write each text that this process seals into a file of `folder`."""
    from amparo.vault import cipher

    folder.mkdir(parents=True, exist_ok=True)
    suites: dict[int, Any] = cipher.SUITES
    for number, suite in list(suites.items()):
        suites[number] = _watched(suite, folder, cipher.LENGTH.size)


def kept(folder: Path) -> set[str]:
    return {
        json.loads(line)
        for file in folder.glob("*.jsonl")
        for line in file.read_text().splitlines()
    }


def _watched(suite: type[Any], folder: Path, frame: int) -> type[Any]:
    class Watched:
        def __init__(self, secret: bytes) -> None:
            self.inner = suite(secret)

        def encrypt(self, nonce: bytes, data: bytes, bound: bytes) -> bytes:
            length = int.from_bytes(data[:frame], "big")
            _write(folder, data[frame : frame + min(length, SHOWN)])
            return bytes(self.inner.encrypt(nonce, data, bound))

        def decrypt(self, nonce: bytes, data: bytes, bound: bytes) -> bytes:
            return bytes(self.inner.decrypt(nonce, data, bound))

    return Watched


def _write(folder: Path, data: bytes) -> None:
    text = data.decode("utf-8", errors="ignore")
    with (folder / f"{os.getpid()}.jsonl").open("a") as file:
        file.write(json.dumps(text) + "\n")
