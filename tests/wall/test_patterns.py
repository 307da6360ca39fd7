"""Regular expressions: no value becomes part of one unescaped, and none takes for ever.

The reader of resolutions (methods.resolutions) makes its patterns of tables of its own; that it
takes no longer than a text is long is measured: ./run bench parser.
"""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from repo.sources import Breach, called, parsed, product, told

# The parser that re itself uses; not every checker of types knows that it is there.
op: Any = import_module("re._constants")
parser: Any = import_module("re._parser")

USES = {"compile", "match", "search", "fullmatch", "sub", "subn", "findall", "finditer", "split"}


def patterns() -> Iterator[tuple[Path, ast.Call]]:
    for path in product():
        for node in ast.walk(parsed(path)):
            if (
                isinstance(node, ast.Call)
                and called(node) in USES
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "re"
            ):
                yield path, node


def pieces(node: ast.AST) -> Iterator[ast.expr]:
    """What is put into a pattern at run time."""
    for each in ast.walk(node):
        if isinstance(each, ast.FormattedValue):
            yield each.value


def is_ours(node: ast.expr) -> bool:
    """A constant of a module (in capitals), an escaped value, or alternatives made of those."""
    text = ast.unparse(node)
    names = [each for each in ast.walk(node) if isinstance(each, ast.Name)]
    return (
        "re.escape" in text
        or text.endswith(".pattern")
        or all(name.id.lstrip("_").isupper() for name in names)
        or text.startswith("'|'.join(")
    )


@pytest.mark.asvs("1.2.9")
def test_what_is_put_into_a_pattern_is_escaped() -> None:
    found = [
        Breach(path, node.lineno, f"{ast.unparse(piece)} in a pattern: re.escape")
        for path, node in patterns()
        for piece in pieces(node.args[0])
        if "resolutions" not in path.parts and not is_ours(piece)
    ]
    assert not found, told(found)


def endless(tree: Any, inside: bool = False) -> bool:
    """Whether something that repeats without end holds something that repeats without end.

    That is what makes a matcher try the same text in exponentially many ways.
    """
    for kind, value in tree:
        repeats = kind in (op.MAX_REPEAT, op.MIN_REPEAT) and value[1] is op.MAXREPEAT
        if repeats and inside:
            return True
        if any(endless(below, inside or repeats) for below in _below(kind, value)):
            return True
    return False


def _below(kind: Any, value: Any) -> Iterator[Any]:
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        yield value[2]
    elif kind is op.SUBPATTERN:
        yield value[3]
    elif kind is op.BRANCH:
        yield from value[1]
    elif kind in (op.ASSERT, op.ASSERT_NOT):
        yield value[1]


def constants() -> Iterator[tuple[Path, int, str]]:
    for path, node in patterns():
        first = node.args[0]
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield path, node.lineno, first.value


def test_the_search_knows_an_endless_pattern() -> None:
    for bad in (r"(a+)+$", r"(\w+\s*)+$", r"((a|b)*c*)*d"):
        assert endless(parser.parse(bad)), bad
    for good in (r"a+b+", r"[a-z]+@[a-z]+", r"(ab?)+", r"\d+(,\d{3})*"):
        assert not endless(parser.parse(good)), good


@pytest.mark.asvs("1.3.12")
def test_no_pattern_that_reads_what_users_send_can_take_for_ever() -> None:
    found = [
        Breach(path, line, f"{pattern!r} repeats inside of a repetition")
        for path, line, pattern in constants()
        if endless(parser.parse(pattern))
    ]
    assert not found, told(found)
    assert len(list(constants())) > 10
