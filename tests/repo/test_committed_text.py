"""What no committed file may hold: a package registry's address, a path of somebody's machine, a
person's e-mail address. The names looked for are put together here, so that this file holds none.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from repo.sources import ROOT, Breach, committed, text, told

REGISTRIES = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("python" + "hosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("jsdelivr", "net"),
        ("unpkg", "com"),
        ("crates", "io"),
        ("rubygems", "org"),
        ("golang", "org"),
        ("anaconda", "org"),
        ("maven", "org"),
        ("deb", "debian", "org"),
        ("archive", "ubuntu", "com"),
        ("docker", "io"),
        ("ghcr", "io"),
    )
]
REGISTRY = re.compile("|".join(re.escape(name) for name in REGISTRIES), re.IGNORECASE)
MACHINE = re.compile(r"(?<![\w.>{}*])/(?:" + "|".join(("home", "root", "work", "Users")) + r")/\w")
EMAIL = re.compile(r"[\w.+-]+@((?:[\w-]+\.)+[A-Za-z]{2,})\b")
# Domains that belong to nobody (RFC 2606, RFC 6761).
NOBODYS = re.compile(r"(^|\.)(example(\.(com|net|org))?|test|invalid|localhost)$")


def lines() -> Iterator[tuple[Path, int, str]]:
    for path in committed():
        for number, line in enumerate((text(path) or "").splitlines(), 1):
            yield path, number, line


def test_no_file_names_a_package_registry() -> None:
    found = [
        Breach(path, number, f"names {hit[0]}: leave the address to the installer's settings.")
        for path, number, line in lines()
        if (hit := REGISTRY.search(line))
    ]
    assert not found, told(found)


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    found = [
        Breach(path, number, f"{hit[0]}…: write a path from the root of the repository.")
        for path, number, line in lines()
        if (hit := MACHINE.search(line))
    ]
    assert not found, told(found)


def test_every_email_address_belongs_to_nobody() -> None:
    found = [
        Breach(path, number, f"an address at {hit[1]}: use one under .example or example.org.")
        for path, number, line in lines()
        for hit in EMAIL.finditer(line)
        if not NOBODYS.search(hit[1].lower())
    ]
    assert not found, told(found)


def test_every_requirement_is_pinned_with_its_hashes() -> None:
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        whole = path.read_text().replace("\\\n", " ").splitlines()
        pinned = [line for line in whole if line.strip() and not line.lstrip().startswith("#")]
        assert pinned, f"{path.name} is empty: ./run lock"
        loose = [line for line in pinned if not re.search(r"==\S+ .*--hash=sha256:", line)]
        assert not loose, f"{path.name} has lines without version or hash: ./run lock\n{loose}"
