"""Questions live in queries.py, writes in actions; a page asks them, never a table (style, 5)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from repo.sources import SOURCE, Breach, called, functions, parsed, product, templates, text, told

MANAGERS = {"objects", "_default_manager", "_base_manager"}
# Where a manager may be named. The demonstration's makers and commands stand where tests stand.
DOORS = {"models", "queries", "actions", "management", "demo"}
SQL = {"raw", "cursor", "extra", "RawSQL"}
PAGES = {"views", "forms", "presenters", "templatetags", "api", "urls"}
IN_A_TEMPLATE = re.compile(r"\.(objects|_default_manager|_base_manager)\b")


def rooms_and_modules(path: Path) -> set[str]:
    return set(path.relative_to(SOURCE).with_suffix("").parts)


def holds_a_view(path: Path) -> bool:
    return any(
        isinstance(mark, ast.Call) and called(mark) == "requires"
        for function in functions(path)
        for mark in function.decorator_list
    )


def attributes(path: Path) -> Iterator[ast.Attribute]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Attribute):
            yield node


def test_managers_are_named_only_by_models_queries_and_actions() -> None:
    cure = "a question belongs into queries.py, a write into actions."
    found = [
        Breach(path, node.lineno, f".{node.attr}: {cure}")
        for path in product()
        if DOORS.isdisjoint(rooms_and_modules(path)) or holds_a_view(path)
        for node in attributes(path)
        if node.attr in MANAGERS
    ]
    assert not found, told(found)


def test_no_page_writes_sql() -> None:
    found = [
        Breach(path, node.lineno, f"{called(node)}(): SQL belongs into queries.py or actions.")
        for path in product()
        if not PAGES.isdisjoint(rooms_and_modules(path)) or holds_a_view(path)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and called(node) in SQL
    ]
    assert not found, told(found)


def test_no_template_names_a_manager() -> None:
    found = [
        Breach(path, number, f"{hit[0]}: let the view give the rows.")
        for path in templates()
        for number, line in enumerate((text(path) or "").splitlines(), 1)
        if (hit := IN_A_TEMPLATE.search(line))
    ]
    assert not found, told(found)
