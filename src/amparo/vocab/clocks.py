"""How long a country's law leaves, between which steps of a file, and whose duty it is: as data."""

from dataclasses import dataclass
from pathlib import Path

from amparo.vocab.codelists import load as load_list
from amparo.vocab.datafile import Entry, Text, coded, read

UNITS = ("hours", "working_days", "days", "months")
# What a clock may hang on instead of a step: the day a stay ends, counted back from it, and the day
# on which the arrival after a return was confirmed.
ANCHORS = {"stay_end": ("days",), "arrival": ("days", "months")}
# What the product itself asks a pack for; a pack may carry more.
CLOCKS = (
    "acknowledge", "child_detained", "first_decision", "language", "missing", "needs_again",
    "offer_reply", "offer_reply_urgent", "place_hold", "places_fresh", "protected_period",
    "retrafficked", "threat",
)  # fmt: skip
STATES = ("starts", "ends", "pauses", "holds")


@dataclass(frozen=True)
class ClockRule:
    """How long the law leaves: `amount` hours, working days or days.

    `starts`, `ends`, `pauses`: states of `track` that set it going, meet it and stop it for a
    while; without `starts` something else than a step sets it going. `holds`: states that may not
    come before its end. `duty`: mandates that must meet it, none where the time is the person's
    right; `supervisors`: mandates that are told when it is late. `extend`: by how many units it may
    be made longer, all in all. `child`: only for somebody who is treated as a child. `anchor`: the
    day it is counted from, or back from, where no step sets it going.
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
    anchor: str = ""


def read_clocks(file: Path) -> dict[str, ClockRule]:
    """The clocks by their codes; raises DataError that names the file, the key and the line."""
    sheet, clocks = read(file), {}
    for code, entry in coded(sheet, "clock", CLOCKS):
        clocks[code] = _rule(code, entry)
        entry.close()
    sheet.close()
    for anchor in ANCHORS:
        if anchor not in {rule.anchor for rule in clocks.values()}:
            raise sheet.error("clock", f"no clock has the anchor {anchor!r}")
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
        anchor=entry.one_of("anchor", ANCHORS) if entry.has("anchor") else "",
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
    if rule.code == "places_fresh" and rule.unit != "hours":
        raise entry.error("unit", "how long a number of places is fresh is said in hours")
    _refuse_two_beginnings(rule, entry)
    for key in STATES[1:]:
        if getattr(rule, key) and not rule.starts:
            raise entry.error("starts", f"is missing, and there is {key}")
    if rule.starts and not (rule.ends and rule.track):
        raise entry.error("ends" if rule.track else "track", "is missing, and there is starts")
    if astray := set(rule.holds) - set(rule.ends):
        raise entry.error("holds", f"{min(astray)!r} is not among ends")
    if both := set(rule.pauses) & set(rule.ends):
        raise entry.error("pauses", f"{min(both)!r} is among ends too")


def _refuse_two_beginnings(rule: ClockRule, entry: Entry) -> None:
    """What hangs on a day is turned by no step, and its day is nobody's to move."""
    units = ANCHORS.get(rule.anchor, UNITS[:3])
    if rule.unit not in units:
        raise entry.error("unit", f"should be one of {', '.join(units)}, is {rule.unit!r}")
    for key in ("track", "starts", "extend"):
        if rule.anchor and getattr(rule, key):
            raise entry.error(key, "does not go with anchor")
    if rule.anchor and not rule.duty:
        raise entry.error("duty", "is missing, and there is anchor")


def _refuse_to_shorten(rule: ClockRule, entry: Entry) -> None:
    """Council of Europe Convention, article 13: thirty days at the least, nothing final before."""
    if rule.unit != "days" or rule.amount < 30:
        raise entry.error("amount", "the protected period is 30 days or more")
    if not rule.holds:
        raise entry.error("holds", "the protected period holds back the final decisions")
