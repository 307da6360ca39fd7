"""What a country asks besides on certain forms: its extra fields, as data.

They feed no rule: what a country asks is written down, shown and told to the person, and neither
matched, weighed nor counted.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from amparo.vocab.codelists import names
from amparo.vocab.datafile import Entry, Text, coded, read

# The forms of the product that take extra fields, and the page of the file itself.
FORMS = ("opening", "file", "decision", "need")
KINDS = ("text", "choice", "date", "number", "yes_no")
CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")


@dataclass(frozen=True)
class ExtraField:
    """One question. `codes`: the shipped list that a choice is from, else `options` has them.

    `least` and `most` bound a number. A field that is `retired` is asked no more, and keeps its
    name where it was answered.
    """

    code: str
    form: str
    kind: str
    label: Text
    help: Text | None
    required: bool
    sealed: bool
    cites: tuple[str, ...]
    codes: str = ""
    options: dict[str, Text] = field(default_factory=dict)
    least: int | None = None
    most: int | None = None
    retired: bool = False


def read_fields(file: Path) -> dict[str, ExtraField]:
    """By their codes, in the order of the file; none where the pack has no such file."""
    if not file.exists():
        return {}
    sheet = read(file)
    fields = {code: _field(code, entry) for code, entry in coded(sheet, "field")}
    sheet.close()
    return fields


def _field(code: str, entry: Entry) -> ExtraField:
    if not CODE.fullmatch(code):
        raise entry.error("code", f"{code!r}: write small letters, digits and _, forty at the most")
    kind = entry.one_of("kind", KINDS)
    found = ExtraField(
        code,
        entry.one_of("form", FORMS),
        kind,
        entry.both(),
        entry.both("help") if entry.has("help_en") or entry.has("help_fr") else None,
        entry.flag("required", False),
        _sealed(kind, entry),
        entry.cites("cites"),
        *_choice(kind, entry),
        least=_bound("least", kind, entry),
        most=_bound("most", kind, entry),
        retired=entry.flag("retired", False),
    )
    entry.close()
    if found.least is not None and found.most is not None and found.least > found.most:
        raise entry.error("most", f"should be {found.least} or more, is {found.most}")
    return found


def _sealed(kind: str, entry: Entry) -> bool:
    """Nobody knows what is written in free words: a name, a place, a telephone number."""
    sealed = entry.flag("sealed", True)
    if kind == "text" and not sealed:
        raise entry.error("sealed", "free text is always sealed")
    return sealed


def _choice(kind: str, entry: Entry) -> tuple[str, dict[str, Text]]:
    given = [key for key in ("list", "option") if entry.has(key)]
    if kind != "choice":
        if given:
            raise entry.error(given[0], f"belongs to a choice, and this is a {kind}")
        return "", {}
    if len(given) != 1:
        raise entry.error("list", "a choice has either a list or options of its own")
    if given == ["list"]:
        return entry.one_of("list", names()), {}
    options = {}
    for code, option in coded(entry, "option"):
        options[code] = option.both()
        option.close()
    return "", options


def _bound(key: str, kind: str, entry: Entry) -> int | None:
    if not entry.has(key):
        return None
    if kind != "number":
        raise entry.error(key, f"belongs to a number, and this is a {kind}")
    return entry.number(key)
