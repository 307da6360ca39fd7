"""The marks of the tests and the list of requirements (docs/asvs.csv) agree."""

from pathlib import Path
from textwrap import dedent

import pytest

from amparo.config import asvs

# How many of the 213 were proven when this line was last written: it only ever grows.
FLOOR = 188


def test_the_list_holds_every_requirement_that_a_test_can_prove() -> None:
    asked = asvs.requirements()
    assert len(asked) == 213
    assert all(asks and len(asks) < 80 for asks in asked.values())


def test_every_marked_id_stands_in_the_list() -> None:
    asked = asvs.requirements()
    unknown = [
        f"{mark}: {mark.requirement}" for mark in asvs.marks() if mark.requirement not in asked
    ]
    assert not unknown, "\n".join(["these ids are not in docs/asvs.csv", *unknown])


def test_as_many_are_proven_as_before() -> None:
    proven = {mark.requirement for mark in asvs.marks()}
    assert len(proven) >= FLOOR, f"{len(proven)} proven, {FLOOR} before: ./run asvs"


MARKED = """
    import pytest

    pytestmark = [pytest.mark.browser, pytest.mark.asvs("3.4.1")]

    @pytest.mark.asvs("1.2.1", "1.2.2")
    def test_one(): ...

    def helper(): ...

    @pytest.mark.asvs("2.2.1")
    class TestMany:
        def test_two(self): ...

    TestMachine = pytest.mark.asvs("8.2.1")(Machine.TestCase)
    TestOther = Machine.TestCase
"""


def test_marks_are_read_from_functions_classes_modules_and_machines(tmp_path: Path) -> None:
    path = tmp_path / "test_marked.py"
    path.write_text(dedent(MARKED))
    found = {(mark.requirement, mark.test) for mark in asvs.in_file(path, tmp_path)}
    assert found == {
        ("1.2.1", "test_one"), ("1.2.2", "test_one"), ("2.2.1", "test_two"),
        ("8.2.1", "TestMachine"),
        *(("3.4.1", name) for name in ("test_one", "test_two", "TestMachine", "TestOther")),
    }  # fmt: skip


def test_an_id_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "test_marked.py"
    path.write_text("@pytest.mark.asvs(*IDS)\ndef test_one(): ...")
    with pytest.raises(ValueError, match=r"test_marked\.py:1: write the id itself"):
        list(asvs.in_file(path, tmp_path))
