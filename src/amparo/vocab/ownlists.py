"""What a country's pack changes in the code lists: codes of its own, other names, codes not used.

A code of the country's own says which shipped code it counts as: tables and standards see only
that one, so that what two countries publish stays comparable.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from amparo.vocab.codelists import Code, CodeList, load, names
from amparo.vocab.datafile import DataError, Entry, coded, read

OWN = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,19}")  # twenty signs: the narrowest column of a code
REST = "other"


def read_lists(folder: Path) -> dict[str, CodeList]:
    """The lists that the pack changes, by their names; raises DataError with file and line."""
    return {file.stem: _changed(file) for file in sorted(folder.glob("*.toml"))}


def _changed(file: Path) -> CodeList:
    if file.stem not in names():
        raise DataError(f"{file.name}: there is no such list; there are {', '.join(names())}")
    shipped, sheet = load(file.stem), read(file)
    if shipped.keeps is None:
        raise DataError(f"{file.name}: this list is the same in every country")
    items, renamed, own = dict(shipped.items), coded(sheet, "rename"), coded(sheet, "item")
    for code, entry in renamed:
        items[code] = _renamed(entry, shipped)
    for code in _left_out(sheet, shipped):
        items[code] = replace(items[code], offered=False)
    for _code, entry in own:
        items = _with(items, _own(entry, shipped))
    sheet.close()
    for code, entry in (*renamed, *own):
        _refuse_namesake(items[code], items, entry)
    return replace(shipped, items=items)


def _renamed(entry: Entry, shipped: CodeList) -> Code:
    code = _shipped(entry, "code", shipped)
    renamed = replace(shipped.items[code], label=entry.both())
    entry.close()
    return renamed


def _left_out(sheet: Entry, shipped: CodeList) -> tuple[str, ...]:
    codes = sheet.words("leaves_out")
    for code in codes:
        if code not in shipped:
            raise sheet.error("leaves_out", f"{code!r} is no code of the list {shipped.key}")
        if code in (shipped.keeps or ()):
            raise sheet.error("leaves_out", f"the product itself names {code!r}: it stays")
    return codes


def _own(entry: Entry, shipped: CodeList) -> Code:
    code = entry.text("code")
    if code in shipped:
        raise entry.error("code", f"{code!r} is shipped: use rename for another name of it")
    if not OWN.fullmatch(code):
        raise entry.error("code", f"{code!r}: write letters, digits and _, twenty at the most")
    counts_as = _shipped(entry, "counts_as", shipped)
    entry.cites("cites")
    own = Code(
        code, entry.both(), shipped.items[counts_as].maps, counts_as,
        offered=not entry.flag("retired", False),
    )  # fmt: skip
    entry.close()
    return own


def _shipped(entry: Entry, key: str, shipped: CodeList) -> str:
    code = entry.text(key)
    if code not in shipped:
        raise entry.error(key, f"{code!r} is no code of the shipped list {shipped.key}")
    return code


def _with(items: dict[str, Code], own: Code) -> dict[str, Code]:
    """The items with `own` among them: behind its like, and before a rest that it belongs to."""
    rows = list(items.values())
    like = [place for place, row in enumerate(rows) if own.counts_as in (row.code, row.counts_as)]
    rows.insert(like[-1] + (own.counts_as.lower() != REST), own)
    return {row.code: row for row in rows}


def _refuse_namesake(named: Code, items: Mapping[str, Code], entry: Entry) -> None:
    """Two answers of one name cannot be told apart on a page."""
    for language in ("en", "fr"):
        for item in items.values():
            same = item.label.say(language) == named.label.say(language)
            if same and item.code != named.code:
                raise entry.error(language, f"{item.code!r} has this name already")
