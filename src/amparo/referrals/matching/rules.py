"""The rules of the match, read from `rules.toml`; what is wrong there is told with its key."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from amparo.referrals.matching.facts import OF_NEED, OF_SERVICE, WHEN, Kind, Settings
from amparo.vocab.codelists import load as load_list
from amparo.vocab.datafile import Entry, Text, coded, read

FILE = Path(__file__).with_name("rules.toml")

# What each operator compares: the kind the need has, the kind the service has. NUMBER on the left
# is the rule's own number; FLAG needs nothing on the left.
OPERATORS: Mapping[str, tuple[tuple[Kind, Kind], ...]] = {
    "in": ((Kind.TEXT, Kind.TEXTS),),
    "all_in": ((Kind.TEXTS, Kind.TEXTS),),
    "some_in": ((Kind.TEXTS, Kind.TEXTS),),
    "among": ((Kind.TEXTS, Kind.TEXT), (Kind.IDS, Kind.ID)),
    "not_among": ((Kind.TEXTS, Kind.TEXT), (Kind.IDS, Kind.ID)),
    "at_least": (
        (Kind.NUMBER, Kind.NUMBER), (Kind.DAY, Kind.DAY), (Kind.MOMENT, Kind.MOMENT),
    ),
    "below": ((Kind.NUMBER, Kind.NUMBER), (Kind.DAY, Kind.DAY), (Kind.MOMENT, Kind.MOMENT)),
    "true": ((Kind.FLAG, Kind.FLAG),),
}  # fmt: skip
# Only these can be empty: a list without a value, a day that nobody has set.
CAN_BE_EMPTY = (Kind.TEXTS, Kind.DAY, Kind.MOMENT)
# What other parts of the product ask for by its code.
NEEDED = ("all_held", "closed", "family_apart", "no_place", "not_wanted")
# A set of broken rules is one whole number in the database.
MOST = 30


@dataclass(frozen=True)
class Condition:
    """Something that holds for a need and a service or does not.

    `need` is empty where the rule has its own `number` or the operator asks for none. `empty`: what
    is empty at the service holds for all.
    """

    operator: str
    service: str
    need: str = ""
    number: int = 0
    empty: bool = False


@dataclass(frozen=True)
class Rule:
    """What must hold. `when` empty: always; `unless`: said only where none of these is broken."""

    code: str
    when: str
    holds: Condition
    unless: tuple[str, ...]
    cites: tuple[str, ...]
    why_not: Text
    why: Text | None


@dataclass(frozen=True)
class Key:
    """One key of the order: what holds comes first, or the least or the most of `service`.

    `why_at`, `caution_at`: the values of a number at which it is said.
    """

    code: str
    first: Condition | None
    by: str
    service: str
    cites: tuple[str, ...]
    why: Text | None
    caution: Text | None
    why_at: int = 0
    caution_at: int = 1


@dataclass(frozen=True)
class Rules:
    settings: Settings
    hard: tuple[Rule, ...]
    order: tuple[Key, ...]


def read_rules(file: Path) -> Rules:
    """Raises DataError that names the file, the rule, the key and the line."""
    sheet = read(file)
    rules = Rules(_settings(sheet), _hard(sheet), _order(sheet))
    sheet.close()
    return rules


@cache
def rules() -> Rules:
    return read_rules(FILE)


def _settings(sheet: Entry) -> Settings:
    units, answers = sheet.words("for_each_person"), sheet.table("answers")
    for unit in units:
        if unit not in load_list("capacity_units"):
            raise sheet.error("for_each_person", f"{unit!r} is not in the list of capacity_units")
    percent = answers.number("percent", least=1)
    if percent > 100:
        raise answers.error("percent", f"should be 100 or less, is {percent}")
    settings = Settings(
        sheet.number("risk_km"), units, answers.number("days", least=1),
        answers.number("least", least=1), percent,
    )  # fmt: skip
    answers.close()
    return settings


def _hard(sheet: Entry) -> tuple[Rule, ...]:
    rows, found = coded(sheet, "rule", NEEDED), list[Rule]()
    if len(rows) > MOST:
        raise sheet.error("rule", f"there are more than {MOST}")
    for code, entry in rows:
        found.append(_rule(code, entry, [rule.code for rule in found]))
        entry.close()
    return tuple(found)


def _rule(code: str, entry: Entry, before: list[str]) -> Rule:
    unless = entry.words("unless")
    for other in unless:
        if other not in before:
            raise entry.error("unless", f"{other!r} is no rule before this one")
    return Rule(
        code,
        entry.one_of("when", WHEN) if entry.has("when") else "",
        _condition(entry),
        unless,
        entry.cites("cites"),
        entry.both("why_not"),
        _said(entry, "why"),
    )


def _order(sheet: Entry) -> tuple[Key, ...]:
    found = []
    for code, entry in coded(sheet, "order", ("wanted",)):
        found.append(_key(code, entry))
        entry.close()
    return tuple(found)


def _key(code: str, entry: Entry) -> Key:
    by = entry.one_of("by", ("least", "most")) if entry.has("by") else ""
    first = None if by else _condition(entry)
    service = first.service if first else entry.one_of("service", OF_SERVICE)
    if by and OF_SERVICE[service].kind is not Kind.NUMBER:
        raise entry.error("service", f"{service!r} is no number")
    why, caution = _said(entry, "why"), _said(entry, "caution")
    key = Key(code, first, by, service, entry.cites("cites"), why, caution)
    if not by:
        return key
    return Key(
        **{
            **vars(key),
            "why_at": entry.number("why_at") if why else -1,
            "caution_at": entry.number("caution_at") if caution else -1,
        }
    )


def _said(entry: Entry, key: str) -> Text | None:
    return entry.both(key) if entry.has(f"{key}_en") or entry.has(f"{key}_fr") else None


def _condition(entry: Entry) -> Condition:
    operator = entry.one_of("is", OPERATORS)
    service = entry.one_of("service", OF_SERVICE)
    theirs = OF_SERVICE[service].kind
    need = entry.one_of("need", OF_NEED) if entry.has("need") else ""
    number = entry.number("number") if entry.has("number") else 0
    empty = entry.has("empty") and entry.one_of("empty", ("all",)) == "all"
    ours = _our_kind(entry, need, operator)
    if theirs not in {right for _, right in OPERATORS[operator]}:
        raise entry.error("service", f"{service!r} does not go with {operator!r}")
    if (ours, theirs) not in OPERATORS[operator]:
        raise entry.error("need", f"{need or ours.value!r} does not go with {service!r}")
    if empty and theirs not in CAN_BE_EMPTY:
        raise entry.error("empty", f"{service!r} is never empty")
    return Condition(operator, service, need, number, empty)


def _our_kind(entry: Entry, need: str, operator: str) -> Kind:
    """Of what the service is held against."""
    if need and entry.has("number"):
        raise entry.error("number", "does not go with need")
    if need:
        return OF_NEED[need].kind
    if entry.has("number"):
        return Kind.NUMBER
    if operator != "true":
        raise entry.error("need", "is missing, and there is no number")
    return Kind.FLAG
