"""Translations without gettext's tools: extract, update and compile with Babel alone."""

import io
import os
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

KEYWORDS = {
    "_": None,
    "say": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}
HEADER = {
    "project": "Amparo",
    "version": "1",
    "header_comment": "# Amparo, in French. ./run messages makes it; write msgstr only.",
    "msgid_bugs_address": "none",
    "last_translator": "Amparo <none>",
    "language_team": "Amparo <none>",
}
OPTIONS = {"encoding": "utf-8"}


def rooms() -> list[Path]:
    return sorted(path.parent for path in settings.PACKAGE.glob("*/apps.py"))


def catalogue(room: Path, language: str) -> Path:
    return room / "locale" / language / "LC_MESSAGES" / "django.po"


def template(room: Path) -> Catalog:
    """Every message that the code and templates of `room` ask for, with where it stands."""
    found = Catalog(project="Amparo", fuzzy=False)
    for path in sorted([*room.rglob("*.py"), *room.rglob("*.html")]):
        if "tests" in path.parts or "migrations" in path.parts:
            continue
        for _line, message, comments, context in _messages(path):
            where = (str(path.relative_to(settings.PACKAGE)), 0)
            found.add(message, None, [where], auto_comments=comments, context=context)
    return found


def _messages(path: Path) -> Iterator[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    text = path.read_text()
    if path.suffix == ".html":
        # Django rewrites a template as calls of gettext; no line of it may look indented.
        text = "\n".join(line.strip() for line in templatize(text).splitlines())
    source = io.BytesIO(text.encode())
    yield from extract("python", source, keywords=KEYWORDS, options=OPTIONS)


def load(path: Path, language: str) -> Catalog:
    if not path.exists():
        return Catalog(locale=language, fuzzy=False, **HEADER)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update(room: Path, language: str) -> None:
    """Bring a catalogue up to the room's messages; what is no longer asked for goes."""
    wanted, path = template(room), catalogue(room, language)
    if not len(wanted):
        path.unlink(missing_ok=True)
        return
    merged = load(path, language)
    merged.update(wanted, no_fuzzy_matching=True, update_creation_date=False)
    merged.obsolete.clear()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, merged, width=100, sort_output=True, include_lineno=False)


def compile_stale() -> int:
    """Compile each catalogue that is newer than its compiled form; how many were.

    Whoever reads meanwhile has the old one or the new one, whole.
    """
    stale = [path for path in settings.PACKAGE.glob("*/locale/*/LC_MESSAGES/*.po") if _stale(path)]
    for path in stale:
        compiled, new = io.BytesIO(), path.with_suffix(f".{os.getpid()}.mo")
        with path.open("rb") as source:
            write_mo(compiled, read_po(source))
        new.write_bytes(compiled.getvalue())
        new.replace(path.with_suffix(".mo"))
    return len(stale)


def _stale(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < path.stat().st_mtime
