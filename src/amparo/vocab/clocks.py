"""How long a country's law leaves, between which steps of a file, and whose duty it is: as data."""

from dataclasses import dataclass
from pathlib import Path

from amparo.vocab.codelists import load as load_list
from amparo.vocab.datafile import Entry, Text, coded, read

UNITS = ("hours", "working_days", "days")
# What the product itself asks a pack for; a pack may carry more.
CLOCKS = (
    "acknowledge", "child_detained", "first_decision", "offer_reply", "offer_reply_urgent",
    "protected_period",
)  # fmt: skip
STATES = ("starts", "ends", "pauses", "holds")


@dataclass(frozen=True)
class ClockRule:
    """How long the law leaves: `amount` hours, working days or days.

    `starts`, `ends`, `pauses`: states of `track` that set it going, meet it and stop it for a
    while; without `starts` something else than a step sets it going. `holds`: states that may not
    come before its end. `duty`: mandates that must meet it, none where the time is the person's
    right; `supervisors`: mandates that are told when it is late. `extend`: by how many units it may
    be made longer, all in all. `child`: only for somebody who is treated as a child.
    """

    code: str
    label: Text
    amount: int
    unit: str
    cites: tuple[str, ...]
    track: str = ""
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    pauses: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    duty: tuple[str, ...] = ()
    supervisors: tuple[str, ...] = ()
    extend: int = 0
    child: bool = False


def read_clocks(file: Path) -> dict[str, ClockRule]:
    """The clocks by their codes; raises DataError that names the file, the key and the line."""
    sheet, clocks = read(file), {}
    for code, entry in coded(sheet, "clock", CLOCKS):
        clocks[code] = _rule(code, entry)
        entry.close()
    sheet.close()
    return clocks


def _rule(code: str, entry: Entry) -> ClockRule:
    amount, unit = entry.number("amount", least=1), entry.one_of("unit", UNITS)
    rule = ClockRule(
        code,
        entry.both(),
        amount,
        unit,
        entry.cites("cites"),
        track=entry.text("track") if entry.has("track") else "",
        starts=entry.words("starts"),
        ends=entry.words("ends"),
        pauses=entry.words("pauses"),
        holds=entry.words("holds"),
        duty=_mandates(entry, "duty"),
        supervisors=_mandates(entry, "supervisors"),
        extend=entry.number("extend") if entry.has("extend") else 0,
        child=entry.flag("child", False),
    )
    _refuse_what_cannot_be(rule, entry)
    return rule


def _mandates(entry: Entry, key: str) -> tuple[str, ...]:
    known, chosen = load_list("mandates"), entry.words(key)
    for code in chosen:
        if code not in known:
            raise entry.error(key, f"{code!r} is not in the list of mandates")
    return chosen


def _refuse_what_cannot_be(rule: ClockRule, entry: Entry) -> None:
    if rule.code == "protected_period":
        _refuse_to_shorten(rule, entry)
    for key in STATES[1:]:
        if getattr(rule, key) and not rule.starts:
            raise entry.error("starts", f"is missing, and there is {key}")
    if rule.starts and not (rule.ends and rule.track):
        raise entry.error("ends" if rule.track else "track", "is missing, and there is starts")
    if astray := set(rule.holds) - set(rule.ends):
        raise entry.error("holds", f"{min(astray)!r} is not among ends")
    if both := set(rule.pauses) & set(rule.ends):
        raise entry.error("pauses", f"{min(both)!r} is among ends too")


def _refuse_to_shorten(rule: ClockRule, entry: Entry) -> None:
    """Council of Europe Convention, article 13: thirty days at the least, nothing final before."""
    if rule.unit != "days" or rule.amount < 30:
        raise entry.error("amount", "the protected period is 30 days or more")
    if not rule.holds:
        raise entry.error("holds", "the protected period holds back the final decisions")
