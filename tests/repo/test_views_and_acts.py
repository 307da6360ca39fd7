"""Every page stands for an act of the policy, every act is done somewhere, a form acts once."""

import ast
import inspect
from collections.abc import Callable, Iterator
from types import CodeType, FunctionType, ModuleType
from typing import Any

from amparo.access.policy import MANDATES, WITHOUT_MANDATE, Act
from amparo.access.views import OPEN_TO_ALL, act_of, perform
from amparo.audit.actions import once
from amparo.cases.actions import opening
from amparo.cases.attachments import actions as attachments
from amparo.cases.decisions.notices import actions as notices
from amparo.cases.finding.actions import finding
from amparo.cases.pages.ground import read_sealed
from amparo.directory.actions.locations import open_where
from amparo.evidence.actions import exports, payments
from amparo.evidence.actions import items as evidence
from amparo.exchange.arriving import looking
from amparo.links.actions.looking import look_for_same
from amparo.rights.actions import copies
from amparo.rights.copy_exports import actions as copy_exports
from amparo.support.actions.health import open_health
from repo.resolver import Address, addresses
from repo.sources import ROOT, SOURCE, Breach, parsed, product, told

POLICY = SOURCE / "access" / "policy.py"
# To open what is sealed is to read, to print it as well: each opening is an audit row of its own.
READS = {
    copies.give_copy,
    copy_exports.take_copy,
    notices.print_notice,
    opening.open_identity,
    look_for_same,
    open_health,
    opening.open_accounts,
    read_sealed,
    attachments.open_names,
    attachments.open_copy,
    finding.find,
    looking.look_at,
    evidence.open_items,
    evidence.open_item,
    evidence.open_original,
    payments.open_payments,
    exports.take_list,
    open_where,
}


def ours() -> list[Address]:
    return [each for each in addresses() if not each.name.startswith(OPEN_TO_ALL)]


def place(view: Callable[..., Any], what: str) -> Breach:
    function = inspect.unwrap(view)
    return Breach(ROOT / inspect.getfile(function), inspect.getsourcelines(function)[1], what)


def names(code: CodeType) -> set[str]:
    """The names that a function uses, those of the functions inside it too."""
    inner = [const for const in code.co_consts if isinstance(const, CodeType)]
    return {*code.co_names, *code.co_freevars}.union(*(names(each) for each in inner))


def used(function: FunctionType) -> Iterator[object]:
    """What those names mean where the function stands."""
    wanted = names(function.__code__)
    for name in wanted & function.__globals__.keys():
        value = function.__globals__[name]
        yield value
        if isinstance(value, ModuleType):
            yield from (getattr(value, inner, None) for inner in wanted)


def reaches(function: FunctionType, targets: set[Any], seen: set[Any]) -> bool:
    """Whether `function`, or one of ours that it calls, calls one of `targets`."""
    found = {value for value in used(function) if isinstance(value, FunctionType)}
    if found & targets:
        return True
    deeper = {each for each in found - seen if each.__module__.startswith("amparo.")}
    return any(reaches(each, targets, seen | found) for each in deeper)


def takes_post(view: FunctionType) -> bool:
    return "POST" in names(view.__code__) or "require_POST" in inspect.getsource(view)


def test_every_view_names_its_act_or_is_open_to_all() -> None:
    found = [
        place(each.view, f"{each.name} names no act: put @requires(Act.…) on it.")
        for each in ours()
        if act_of(each.view) is None
    ]
    assert not found, told(found)


def test_every_act_either_has_its_mandates_or_needs_none() -> None:
    assert set(MANDATES) | set(WITHOUT_MANDATE) == set(Act)
    assert not set(MANDATES) & set(WITHOUT_MANDATE)


def test_every_act_is_used_by_a_view_or_an_action() -> None:
    named = {
        node.attr
        for path in product()
        if path != POLICY
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "Act"
    }
    found = [
        Breach(POLICY, 1, f"Act.{act.name} is used nowhere.")
        for act in Act
        if act.name not in named
    ]
    assert not found, told(found)


def test_every_view_that_takes_a_form_acts_once() -> None:
    cure = "takes POST but calls neither perform nor once: sent twice, it would act twice."
    found = [
        place(each.view, f"{each.name} {cure}")
        for each in ours()
        if isinstance(view := inspect.unwrap(each.view), FunctionType)
        and takes_post(view)
        and not reaches(view, {perform, once, *READS}, set())
    ]
    assert not found, told(found)


def test_no_view_of_ours_is_a_class_that_the_form_rule_could_not_read() -> None:
    found = [
        place(each.view, f"{each.name} is no function: write it as one, with perform.")
        for each in ours()
        if not isinstance(inspect.unwrap(each.view), FunctionType)
        or hasattr(each.view, "view_class")
    ]
    assert not found, told(found)
