"""Of everything that is sealed, three things are indexed, in one place, and nothing else ever."""

import ast
from pathlib import Path

from amparo.vault.blind import Indexed
from repo.sources import SOURCE, called, parsed, product

# Security design, 2.4: document number, telephone or e-mail, full name with the year of birth.
ALLOWED = {"document", "contact", "name_and_year"}
ONLY_HERE = SOURCE / "cases" / "finding" / "actions" / "lookups.py"


def calls_of(name: str) -> dict[Path, list[ast.Call]]:
    found: dict[Path, list[ast.Call]] = {}
    for path in product():
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call) and called(node) == name:
                found.setdefault(path, []).append(node)
    return found


def test_three_things_are_indexed_and_no_other() -> None:
    assert {each.value for each in Indexed} == ALLOWED


def test_one_module_makes_digests_for_an_index() -> None:
    assert set(calls_of("blind")) == {ONLY_HERE}


def test_each_thing_that_is_indexed_is_brought_into_one_writing_by_its_own_rule() -> None:
    rules = {"document_number", "contacts", "full_name_and_year"}
    assert [rule for rule in rules if set(calls_of(rule)) != {ONLY_HERE}] == []
    (made,) = [
        node
        for node in ast.walk(parsed(ONLY_HERE))
        if isinstance(node, ast.Dict) and any("Indexed" in ast.dump(k) for k in node.keys if k)
    ]
    written = {called(each) for each in ast.walk(made) if isinstance(each, ast.Call)}
    assert written - {"get"} == rules
