"""A test that cannot fail, or that waits by the clock, is a defect; a silenced tool says why."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from repo.sources import Breach, Function, called, functions, of_tests, parsed, python, told

SILENCED = re.compile(
    r"#\s*(noqa(:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*)?|type:\s*ignore(\[[\w, -]+\])?)(?!\w)"
)
ASSERTING = {"raises", "warns", "expect", "fail"}
WAITS = {"sleep", "wait_for_timeout"}


def comments(path: Path) -> Iterator[tuple[int, str]]:
    source = io.StringIO(path.read_text(encoding="utf-8"))
    for token in tokenize.generate_tokens(source.readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def calls(node: ast.AST) -> set[str]:
    return {called(each) for each in ast.walk(node) if isinstance(each, ast.Call)}


def asserts(function: Function) -> bool:
    """An `assert` of something that could be otherwise, or a call that fails by itself."""
    checked = [each.test for each in ast.walk(function) if isinstance(each, ast.Assert)]
    return bool(
        [test for test in checked if not isinstance(test, ast.Constant)]
        or calls(function) & ASSERTING
    )


@cache
def helpers() -> frozenset[str]:
    """Functions of the tests that assert for whoever calls them, directly or through another."""
    every = [each for path in of_tests() for each in functions(path)]
    known = {each.name for each in every if asserts(each)}
    while more := {f.name for f in every if f.name not in known and calls(f) & known}:
        known |= more
    return frozenset(known)


def test_every_silenced_tool_says_why() -> None:
    found = [
        Breach(path, line, f"{hit[0]}: say why, on the same line.")
        for path in python()
        for line, comment in comments(path)
        if (hit := SILENCED.search(comment)) and not re.search(r"\w", SILENCED.sub("", comment))
    ]
    assert not found, told(found)


def test_no_test_waits_by_the_clock() -> None:
    found = [
        Breach(path, node.lineno, f"{called(node)}: wait for what happens, not for a time.")
        for path in of_tests()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and called(node) in WAITS
    ]
    assert not found, told(found)


def test_every_test_can_fail() -> None:
    found = [
        Breach(path, each.lineno, f"{each.name} asserts nothing: say what must hold.")
        for path in of_tests()
        for each in functions(path)
        if each.name.startswith("test_") and not (asserts(each) or calls(each) & helpers())
    ]
    assert not found, told(found)
