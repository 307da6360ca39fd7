"""The rules held against one service that is at hand, without asking the database."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from amparo.referrals.matching.facts import OF_NEED, OF_SERVICE, WHEN, Asked, Offered
from amparo.referrals.matching.rules import Condition, Key, Rule, Rules

HOLDS: Mapping[str, Callable[[Any, Any], bool]] = {
    "in": lambda ours, theirs: ours in theirs,
    "all_in": lambda ours, theirs: set(ours) <= set(theirs),
    "some_in": lambda ours, theirs: not set(ours).isdisjoint(theirs),
    "among": lambda ours, theirs: theirs in ours,
    "not_among": lambda ours, theirs: theirs not in ours,
    "at_least": lambda ours, theirs: theirs is not None and theirs >= ours,
    "below": lambda ours, theirs: theirs is not None and theirs < ours,
    "true": lambda _, theirs: bool(theirs),
}


def asks(condition: Condition, need: Asked) -> bool:
    """Whether this need asks for it: a value that is empty asks for nothing."""
    return not condition.need or bool(OF_NEED[condition.need].read(need))


def applies(rule: Rule, need: Asked) -> bool:
    return (not rule.when or WHEN[rule.when](need)) and asks(rule.holds, need)


def broken(rules: Rules, need: Asked, service: Offered) -> int:
    """The rules that are broken, each a bit by its place in the file, as the database says them."""
    failed, bits = set[str](), 0
    for number, rule in enumerate(rules.hard):
        if not applies(rule, need) or holds(rule.holds, need, service):
            continue
        if failed.isdisjoint(rule.unless):
            bits |= 1 << number
        failed.add(rule.code)
    return bits


def named(rules: Rules, bits: int) -> tuple[Rule, ...]:
    return tuple(rule for number, rule in enumerate(rules.hard) if bits >> number & 1)


def holds(condition: Condition, need: Asked, service: Offered) -> bool:
    theirs = OF_SERVICE[condition.service].read(service, need)
    if condition.empty and _is_empty(theirs):
        return True
    ours = OF_NEED[condition.need].read(need) if condition.need else condition.number
    return HOLDS[condition.operator](ours, theirs)


def _is_empty(value: object) -> bool:
    return value is None or (isinstance(value, Collection) and not value)


def rank(rules: Rules, need: Asked, service: Offered) -> tuple[int, ...]:
    """The lesser, the sooner shown."""
    return tuple(_place(key, need, service) for key in rules.order)


def _place(key: Key, need: Asked, service: Offered) -> int:
    if key.first:
        return int(asks(key.first, need) and not holds(key.first, need, service))
    number: Any = OF_SERVICE[key.service].read(service, need)
    return int(-number if key.by == "most" else number)
