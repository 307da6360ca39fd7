"""Which requirements of OWASP ASVS 5.0 the tests prove: read from their marks, no test is run."""

import ast
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

TEST_FILES = ("src/amparo/**/tests/**/test_*.py", "tests/**/test_*.py")


@dataclass(frozen=True, order=True)
class Mark:
    """One test that says it proves one requirement."""

    requirement: str
    path: str
    test: str

    def __str__(self) -> str:
        return f"{self.path}::{self.test}"


def requirements() -> dict[str, str]:
    """Each id that a test can prove here, with what it asks, in our own few words."""
    with (settings.ROOT / "docs" / "asvs.csv").open(encoding="utf-8") as file:
        return {row["id"]: row["asks"] for row in csv.DictReader(file)}


def marks() -> list[Mark]:
    root: Path = settings.ROOT
    paths = sorted(path for pattern in TEST_FILES for path in root.glob(pattern))
    return sorted(mark for path in paths for mark in in_file(path, root))


def in_file(path: Path, root: Path) -> Iterator[Mark]:
    """The marks of one file. A mark of a class or of the module counts for each of its tests."""
    name = str(path.relative_to(root))
    for node, tests in _marked(ast.parse(path.read_bytes()), ()):
        for each in node.args:
            if not isinstance(each, ast.Constant):
                raise ValueError(f"{name}:{each.lineno}: write the id itself, as in asvs('1.2.1').")
            for test in tests:
                yield Mark(str(each.value), name, test)


def _marked(scope: ast.AST, above: tuple[ast.Call, ...]) -> Iterator[tuple[ast.Call, list[str]]]:
    """Each mark within `scope`, with the names of the tests that it stands on."""
    inside: list[ast.AST] = list(ast.iter_child_nodes(scope))
    shared = (*above, *(call for each in inside if _is_pytestmark(each) for call in _calls(each)))
    for each in inside:
        if isinstance(each, ast.ClassDef):
            own = tuple(call for mark in each.decorator_list for call in _calls(mark))
            yield from _marked(each, (*shared, *own))
        elif isinstance(each, ast.FunctionDef) and each.name.startswith("test"):
            own = tuple(call for mark in each.decorator_list for call in _calls(mark))
            yield from ((call, [each.name]) for call in (*shared, *own))
        elif isinstance(each, ast.Assign) and not _is_pytestmark(each):
            # A state machine: TestAccess = pytest.mark.asvs("8.2.1")(Machine.TestCase)
            own = tuple(_calls(each.value))
            machine = _is_machine(each.value)
            names = [ast.unparse(target) for target in each.targets]
            yield from ((call, names) for call in ((*shared, *own) if machine else own))


def _calls(node: ast.AST) -> Iterator[ast.Call]:
    for each in ast.walk(node):
        if isinstance(each, ast.Call) and ast.unparse(each.func).endswith("mark.asvs"):
            yield each


def _is_pytestmark(node: ast.AST) -> bool:
    if not isinstance(node, ast.Assign | ast.AnnAssign):
        return False
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return any(isinstance(target, ast.Name) and target.id == "pytestmark" for target in targets)


def _is_machine(node: ast.AST) -> bool:
    return any(
        isinstance(each, ast.Attribute) and each.attr == "TestCase" for each in ast.walk(node)
    )
