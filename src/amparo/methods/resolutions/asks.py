"""What an operative paragraph asks: each verb with its force, whom it asks, and on what condition.

A paragraph may hold several asks: "Encourage les États …, et prie l'Office …" are two.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from .addressees import table
from .model import Paragraph, Subparagraph

DATA = Path(__file__).with_name("asks.toml")
# Those that ask somebody to do something. The others may name somebody without asking.
ASKING = frozenset({"urges", "requests", "encourages_strongly", "encourages"})
ITSELF = "itself"


@dataclass(frozen=True, slots=True)
class Escape:
    """`text`: the words of the condition, as they stand there."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Ask:
    """`verb`: as printed. `force`: a step of the ladder. `addressees`: codes, in their order.

    `label`: of the sub-paragraph whose ask it is, such as "c" or "b.ii"; "" for the paragraph's
    own. `text`: from the verb to the next one.
    """

    verb: str
    force: str
    addressees: tuple[str, ...]
    escapes: tuple[Escape, ...]
    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    code: str
    said: re.Pattern[str]


def asks_of(paragraph: Paragraph, language: str) -> list[Ask]:
    """In the order of the text. A paragraph whose opening promises lettered items asks each item.

    A verb that the ladder does not have gives an ask without a force.
    """
    own = _asks(paragraph.text, language)
    if not paragraph.subparagraphs or not own:
        return own
    *before, last = own
    return [*before, *(_of_item(last, *item, language) for item in _items(paragraph.subparagraphs))]


def _items(items: Sequence[Subparagraph], above: str = "") -> Iterator[tuple[str, str]]:
    for item in items:
        label = f"{above}.{item.label}" if above else item.label
        if item.subparagraphs:
            yield from _items(item.subparagraphs, label)
        else:
            yield label, item.text


def _of_item(opening: Ask, label: str, text: str, language: str) -> Ask:
    """An item asks what its opening says of whom, unless it begins with a verb of its own."""
    own = next(_clauses(text[:1].lower() + text[1:], language, inside=False), None)
    if own:
        found = _ask(own, language)
        return Ask(found.verb, found.force, found.addressees, found.escapes, text, label)
    escapes = tuple(dict.fromkeys((*opening.escapes, *_escapes(text, language))))
    return Ask(opening.verb, opening.force, opening.addressees, escapes, text, label)


@dataclass(frozen=True, slots=True)
class Clause:
    """`pronoun`: the object before the verb, "les prie"."""

    verb: str
    force: str
    text: str
    pronoun: str = ""


def _clauses(text: str, language: str, *, inside: bool = True) -> Iterator[Clause]:
    """The text cut where a verb of the ladder begins to speak: at its start, after a comma or
    "et"; `inside`: also further on."""
    ladder = _ladder(language)
    starts = [m for m in ladder.verb.finditer(text) if m.start() == 0 or inside]
    if not starts or starts[0].start() > 0:
        if not inside:
            return
        first = re.match(r"\w+(?:['’]\w+)?", text)
        yield Clause(first[0] if first else "", "", text[: starts[0].start()] if starts else text)
    ends = [following.start() for following in starts[1:]] + [len(text)]
    for found, end in zip(starts, ends, strict=False):
        verb = found["verb"]
        said = text[found.start("verb") : end].strip(" ,;")
        yield Clause(verb, ladder.force_of(verb), said, found["pronoun"].strip())


def _asks(text: str, language: str) -> list[Ask]:
    """An order without names of its own asks the same as the one before."""
    found: list[Ask] = []
    for clause in _clauses(text, language):
        before = found[-1] if found else None
        named = before.addressees or table(language).spoken_of(before.text) if before else ()
        found.append(_ask(clause, language, named))
    return found


def _ask(clause: Clause, language: str, before: tuple[str, ...] = ()) -> Ask:
    return Ask(
        verb=clause.verb,
        force=clause.force,
        addressees=_addressees(clause, language, before),
        escapes=_escapes(clause.text, language),
        text=clause.text,
    )


def _addressees(clause: Clause, language: str, before: tuple[str, ...]) -> tuple[str, ...]:
    """Whom the verb has for its object; where it has none, who "must", or whose it is to do."""
    who = table(language)
    rest = clause.text[len(clause.verb) :]
    if clause.force in ASKING:
        asked = who.asked(rest, clause.verb, clause.pronoun)
        return before if asked is None else asked
    if clause.force == "decides":
        said = who.subject(rest) if who.that(rest) else who.object(rest.lstrip())
        return said or (ITSELF,)
    return who.duty(rest)


def _escapes(text: str, language: str) -> tuple[Escape, ...]:
    """Each part of the text counts for one condition, the first in the table that has it."""
    found: list[tuple[int, int, Escape]] = []
    for pattern in _ladder(language).escapes:
        for match in pattern.said.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end, _ in found):
                escape = Escape(pattern.code, match[0].strip(" ,"))
                found.append((match.start(), match.end(), escape))
    return tuple(escape for _, _, escape in sorted(found, key=lambda each: each[0]))


@dataclass(frozen=True)
class Ladder:
    """The verbs and conditions of one language, compiled."""

    forces: Sequence[Pattern]
    escapes: Sequence[Pattern]
    verb: re.Pattern[str]

    def force_of(self, verb: str) -> str:
        """Of the strongest step whose words the verb is."""
        found = (step.code for step in self.forces if step.said.fullmatch(verb))
        return next(found, "")


# Where a verb may begin to speak, what may stand before it, and behind it as a part of it.
GRAMMAR: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "before": r"(?:^|(?<=, )|(?<=; )|(?<= et )|(?<= puis )|(?<=, et ))"
        r"(?:(?:et )?,? ?(?:à cet égard|dans ce contexte|à cette fin|ce faisant|pour ce faire"
        r"|en outre|également|en conséquence),? )?(?P<pronoun>(?:les |leur |lui "
        r"|(?:l['’]|la |le )(?=prie|invite|encourage|exhorte|engage))?)",
        "after": r"(?: (?:à|de) nouveau| une (?:fois de plus|nouvelle fois)| également| aussi"
        r"| en outre| par ailleurs| encore| enfin)*",
    },
    "en": {
        "before": r"(?:^|(?<=, )|(?<=; )|(?<= and ))(?:and )?(?:(?:also|further|once again|again"
        r"|once more|furthermore|solemnly|in th(?:is|at) (?:regard|context|respect|connection),?"
        r"|to th(?:is|at) end,?|accordingly|therefore|while) )*(?P<pronoun>)",
        "after": r"(?: also| once again| again| in this regard)*",
    },
}


@cache
def _ladder(language: str) -> Ladder:
    sheet = tomllib.loads(DATA.read_text(encoding="utf-8"))
    grammar = GRAMMAR[language]
    verbs = "|".join(row[language] for row in sheet["force"])
    return Ladder(
        forces=[_pattern(row, language, grammar["after"]) for row in sheet["force"]],
        escapes=[_pattern(row, language) for row in sheet["escape"]],
        verb=re.compile(
            rf"{grammar['before']}(?P<verb>(?:{verbs})\b{grammar['after']})", re.IGNORECASE
        ),
    )


def _pattern(row: Mapping[str, Any], language: str, after: str = "") -> Pattern:
    return Pattern(row["code"], re.compile(rf"(?:{row[language]}){after}", re.IGNORECASE))
