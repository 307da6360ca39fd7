"""The pages of the questionnaire as data: what each asks, what it offers, when it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from amparo.people.codes import listed
from amparo.screening.indicators import load as load_indicators
from amparo.vocab import names as list_names
from amparo.vocab.datafile import Entry, Text

KINDS = ("radio", "checkbox", "evidence", "number")

# Slug to answer, as JSON keeps it: a code, a list of codes, a number, or sign to mark.
Answers = Mapping[str, Any]


@dataclass(frozen=True)
class Option:
    """One answer offered; an exclusive one stands alone."""

    code: str
    label: Text
    hint: Text | None = None
    exclusive: bool = False


@dataclass(frozen=True)
class Condition:
    """Holds when the answer to `page` is, or contains, one of `values`."""

    page: str
    values: frozenset[str]

    def holds(self, answers: Answers) -> bool:
        given = answers.get(self.page)
        return not self.values.isdisjoint(given if isinstance(given, list) else [given])


@dataclass(frozen=True)
class Page:
    """One question. `options` are those of every route: ask the questionnaire what is offered.

    `dimension`: the page offers the signs of that dimension. `about`: the page asks how the
    signs ticked on that page are known. `least` and `most` bound a number.
    """

    slug: str
    part: str
    kind: str
    question: Text
    hint: Text | None
    options: tuple[Option, ...]
    required: bool
    shown_when: Condition | None
    dimension: str | None = None
    about: str | None = None
    least: int = 0
    most: int = 0


def read_page(entry: Entry, words: Mapping[str, Text], parts: tuple[str, ...]) -> Page:
    kind = entry.one_of("kind", KINDS)
    page = Page(
        slug=entry.text("slug"),
        part=entry.one_of("part", parts),
        kind=kind,
        question=entry.both("question"),
        hint=_hint(entry, words),
        options=_options(entry, words),
        required=entry.flag("required", default=True),
        shown_when=_condition(entry),
        dimension=entry.optional("signs"),
        about=entry.text("about") if kind == "evidence" else None,
        least=entry.number("least") if kind == "number" else 0,
        most=entry.number("most") if kind == "number" else 0,
    )
    entry.close()
    return page


def _hint(entry: Entry, words: Mapping[str, Text]) -> Text | None:
    if entry.has("hint_en"):
        return entry.both("hint")
    if entry.has("signs"):
        return words["signs_hint"]
    return words["evidence_hint"] if entry.has("about") else None


def _condition(entry: Entry) -> Condition | None:
    if not entry.has("shown_when"):
        return None
    table = entry.table("shown_when")
    condition = Condition(table.text("page"), frozenset(table.words("is")))
    table.close()
    return condition


def _options(entry: Entry, words: Mapping[str, Text]) -> tuple[Option, ...]:
    """The listed answers first, then those written on the page itself."""
    if entry.has("signs"):
        return _sign_options(entry) + tuple(
            Option(code, words[code], exclusive=True) for code in ("none", "unknown")
        )
    if entry.has("about"):
        marks = listed("marks")
        return tuple(Option(item.code, item.label) for item in marks if item.code != "unknown")
    own = []
    for option in entry.tables("options"):
        exclusive = option.flag("exclusive", default=False)
        own.append(Option(option.text("code"), option.both(), exclusive=exclusive))
        option.close()
    return _listed_options(entry) + tuple(own)


def _sign_options(entry: Entry) -> tuple[Option, ...]:
    dimension = load_indicators().dimensions.get(entry.text("signs"))
    if dimension is None:
        raise entry.error("signs", "is no dimension of the indicators")
    return tuple(Option(sign.code, sign.label, sign.help) for sign in dimension.signs)


def _listed_options(entry: Entry) -> tuple[Option, ...]:
    if not entry.has("list"):
        return ()
    name = entry.one_of("list", list_names())
    codes, only, exclusive = listed(name), entry.words("only"), entry.words("exclusive")
    if unknown := [code for code in (*only, *exclusive) if code not in codes]:
        raise entry.error("only", f"{unknown[0]!r} is not in the list {name}")
    return tuple(
        Option(item.code, item.label, exclusive=item.code in exclusive)
        for item in codes
        if not only or item.code in only
    )
