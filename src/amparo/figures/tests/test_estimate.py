import json
from pathlib import Path

import pytest

from amparo.figures.management.commands.estimate import Command

KOSOVO = """lists,count
EXH,1131
ABA,845
OSCE,936
EXH+ABA,177
EXH+OSCE,228
ABA+OSCE,217
EXH+ABA+OSCE,181
"""


def test_the_command_says_what_the_library_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "lists.csv"
    file.write_text(KOSOVO, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        Command().run_from_argv(["manage.py", "estimate", str(file), "--samples", "50"])
    assert ended.value.code == 0
    assert json.loads(capsys.readouterr().out)


def test_a_file_that_is_none_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        Command().run_from_argv(["manage.py", "estimate", str(tmp_path / "none.csv")])
    assert ended.value.code == 2
    assert "none.csv" in capsys.readouterr().err
