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
    clauses = list(_clauses(paragraph.text, language))
    own = [_ask(clause, language) for clause in clauses]
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
    verb: str
    force: str
    text: str


def _clauses(text: str, language: str, *, inside: bool = True) -> Iterator[Clause]:
    """The text cut where a verb of the ladder begins to speak: at its start, after a comma or
    "et"; `inside`: also further on."""
    table = _table(language)
    starts = [m for m in table.verb.finditer(text) if m.start() == 0 or inside]
    if not starts or starts[0].start() > 0:
        if not inside:
            return
        first = re.match(r"\w+(?:['’]\w+)?", text)
        yield Clause(first[0] if first else "", "", text[: starts[0].start()] if starts else text)
    ends = [following.start() for following in starts[1:]] + [len(text)]
    for found, end in zip(starts, ends, strict=False):
        verb = found["verb"]
        yield Clause(verb, table.force_of(verb), text[found.start("verb") : end].strip(" ,;"))


def _ask(clause: Clause, language: str) -> Ask:
    return Ask(
        verb=clause.verb,
        force=clause.force,
        addressees=_addressees(clause, language),
        escapes=_escapes(clause.text, language),
        text=clause.text,
    )


def _addressees(clause: Clause, language: str) -> tuple[str, ...]:
    """Whom the verb has for its object; where it has none, who "must", or whose it is to do."""
    table = _table(language)
    rest = clause.text[len(clause.verb) :]
    if clause.force in ASKING:
        return table.named(table.object_of(rest))
    if clause.force == "decides":
        subject = table.subject.match(rest)
        return (table.named(subject["who"]) if subject else ()) or (ITSELF,)
    said = table.duty.search(rest)
    return table.named(table.object_of(rest[said.start("who") :])) if said else ()


def _escapes(text: str, language: str) -> tuple[Escape, ...]:
    """Each part of the text counts for one condition, the first in the table that has it."""
    found: list[tuple[int, int, Escape]] = []
    for pattern in _table(language).escapes:
        for match in pattern.said.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end, _ in found):
                escape = Escape(pattern.code, match[0].strip(" ,"))
                found.append((match.start(), match.end(), escape))
    return tuple(escape for _, _, escape in sorted(found, key=lambda each: each[0]))


@dataclass(frozen=True)
class Table:
    """One language, compiled. `duty`: how a sentence without an order says who has to act;
    `subject`: who is to do what is decided."""

    forces: Sequence[Pattern]
    addressees: Sequence[Pattern]
    escapes: Sequence[Pattern]
    verb: re.Pattern[str]
    end: re.Pattern[str]
    name: re.Pattern[str]
    duty: re.Pattern[str]
    subject: re.Pattern[str]

    def force_of(self, verb: str) -> str:
        """Of the strongest step whose words the verb is."""
        found = (step.code for step in self.forces if step.said.fullmatch(verb))
        return next(found, "")

    def object_of(self, rest: str) -> str:
        """What stands between the verb and what is asked."""
        end = self.end.search(rest)
        return rest[: end.start()] if end else rest

    def named(self, text: str) -> tuple[str, ...]:
        """Those who are named as one of several, not as part of another's name."""
        found: dict[str, None] = {}
        position = 0
        while position < len(text) and (match := self.name.search(text, position)):
            position = max(match.end(), position + 1)
            for pattern in self.addressees:
                if who := pattern.said.match(text, match.end()):
                    found[pattern.code] = None
                    position = max(position, who.end())
                    break
        return tuple(found)


# Verbs in the infinitive, after which it is said what is asked and no longer of whom.
INFINITIVE = (
    r"\w+(?:er|ir|oir|mettre|prendre|rendre|suivre|faire|dire|être|battre|duire|truire|clure"
    r"|pondre|tendre|fendre|crire|lire|vivre|naître|paraître|croître|oindre|eindre|aindre|vendre"
    r"|perdre|scendre|vaincre|rompre|traire)\b"
)
FRENCH_END = (
    r",? (?:,[^,]*, )?(?:(?:de|à|d['’]) ?(?:(?:ne pas|ne|n['’]|se|s['’]|y|en|lui|leur|l['’]|les|le"
    r"|la|bien|mieux|mieux|davantage|encore|toujours|continuer) ?){0,3}" + INFINITIVE + r"|à ce qu|"
    r"qu(?:e|['’])(?! ?(?:les|la|le|l['’]|elles? (?:a|ont) |ils? (?:a|ont) )))"
)
GRAMMAR: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "subject": r"(?: également| aussi| en outre)?(?: que| qu['’])? ?"
        r"(?P<who>(?:la|le|les|l['’]) ?\w.{0,60})",
        "before": r"(?:^|(?<=, )|(?<=; )|(?<= et )|(?<= puis )|(?<=, et )|(?<= et les )"
        r"|(?<= et lui )|(?<= et leur ))",
        "after": r"(?: (?:à|de) nouveau| une (?:fois de plus|nouvelle fois)| également| aussi"
        r"| en outre| par ailleurs| encore| enfin)*",
        "end": FRENCH_END,
        "name": r"(?:^\W*|,? et |, |; |ainsi que |y compris |, de concert avec | ou |par |avec "
        r"|adressée |faite )"
        r"(?:(?:à|de|pour|instamment|vivement|également|aussi|en outre|par ailleurs|de nouveau"
        r"|à nouveau|notamment|que) )*(?:tou(?:s|tes) )?"
        r"(?:les |le |la |l['’] ?|aux? |à la |à l['’] ?|des |du |d['’] ?|de l['’] ?|de la )?"
        r"(?:tou(?:s|tes) les |autres |quelques )?",
        "duty": r"(?:, pour|\bpour|qu['’] ?il (?:incombe|appartient|importe)|incombe|appartient"
        r"|nécessité|que|rôle|responsabilité|obligation)(?P<who>(?: à| de| d['’]| pour|, pour|,)? ?"
        r"(?:tous )?(?:les |aux |des |la |le |l['’]|au |du )(?=\w).{0,160})",
    },
    "en": {
        "subject": r" (?:that )?(?P<who>(?:the )?\w.{0,60})",
        "before": r"(?:^(?:also |further |once again |again )*|(?<=, )|(?<=; )|(?<= and ))",
        "after": r"(?: also| further| once again| again| in this regard)*",
        "end": r",? (?:to (?:\w+ly )?(?!the\b|be\b)\w+|that\b|for\b)",
        "name": r"(?:^\W*|,? and |, |; |as well as |including | or |by |with )"
        r"(?:(?:also|further|again|in particular|upon|on|to) )*(?:all )?(?:the |its )?"
        r"(?:other |relevant |concerned |interested )*",
        "duty": r"(?:that|for|of|by)(?P<who> (?:all )?(?:the )?\w.{0,160})",
    },
}


@cache
def _table(language: str) -> Table:
    sheet = tomllib.loads(DATA.read_text(encoding="utf-8"))
    grammar = GRAMMAR[language]
    forces = [_pattern(row, language, grammar["after"]) for row in sheet["force"]]
    verbs = "|".join(row[language] for row in sheet["force"])
    return Table(
        forces=forces,
        addressees=[_pattern(row, language) for row in sheet["addressee"]],
        escapes=[_pattern(row, language) for row in sheet["escape"]],
        verb=re.compile(
            rf"{grammar['before']}(?P<verb>(?:{verbs})\b{grammar['after']})", re.IGNORECASE
        ),
        end=re.compile(grammar["end"], re.IGNORECASE),
        name=re.compile(grammar["name"], re.IGNORECASE),
        duty=re.compile(grammar["duty"], re.IGNORECASE),
        subject=re.compile(grammar["subject"], re.IGNORECASE),
    )


def _pattern(row: Mapping[str, Any], language: str, after: str = "") -> Pattern:
    return Pattern(row["code"], re.compile(rf"(?:{row[language]}){after}", re.IGNORECASE))
