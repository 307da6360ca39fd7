"""Letters of a country's own: templates of what is printed, by the name and the language."""

import re
from dataclasses import dataclass
from pathlib import Path

from amparo.vocab.codelists import load
from amparo.vocab.datafile import DataError

NAME = re.compile(r"(?P<name>[a-z_]+)(\.(?P<language>[a-z]{2,3}))?\.typ")
ELSEWHERE = re.compile(r"""["']@\w+""")  # a package, which would be fetched from another host


@dataclass(frozen=True)
class OwnLetter:
    """One Typst template; without `language` it is for every one."""

    name: str
    language: str
    file: str
    text: str


def read_letters(folder: Path) -> dict[tuple[str, str], OwnLetter]:
    """By name and language; raises DataError with the file, and the line where there is one."""
    found = [_letter(path) for path in sorted(folder.iterdir())] if folder.is_dir() else []
    return {(letter.name, letter.language): letter for letter in found}


def _letter(path: Path) -> OwnLetter:
    named = NAME.fullmatch(path.name)
    if named is None:
        raise DataError(f"{path.name}: write NAME.typ, or NAME.LANGUAGE.typ")
    language = named["language"] or ""
    if language and language not in load("languages"):
        raise DataError(f"{path.name}: {language!r} is not in the list of languages")
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path.name}: cannot be read as text: {error}") from error
    for number, line in enumerate(text.splitlines(), 1):
        if ELSEWHERE.search(line):
            raise DataError(f"{path.name}: asks another host for a package (line {number})")
    return OwnLetter(named["name"], language, path.name, text)
