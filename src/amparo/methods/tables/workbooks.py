"""A workbook, read in a process of its own that may use so much memory and time and no more.

Two cells at the far ends of a sheet make its reader reserve room for all between them: what such a
file ends is that process and not this one. Formulas are not run: their last values are read.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from amparo.methods.tables.archives import HEAD
from amparo.methods.tables.refusals import NotRead, Why
from amparo.methods.tables.table import Table, headed

COMMAND = (sys.executable, "-I", str(Path(__file__).with_name("workbook_child.py")))
SECONDS = 60
ANSWERS = {3: Why.SHEET, 4: Why.PASSWORD, 5: Why.BROKEN, 6: Why.BOMB}


def read(data: bytes, sheet: str = "", *, most_rows: int, most_columns: int) -> Table:
    """The named sheet, or the first one. Raises NotRead."""
    if not data.startswith(HEAD):
        raise NotRead(Why.LIE)
    wanted = json.dumps({"rows": most_rows + 1, "columns": most_columns, "sheet": sheet})
    try:
        done = subprocess.run(  # noqa: S603  a file of ours, and nothing of what was sent
            COMMAND, input=wanted.encode() + b"\n" + data, capture_output=True, check=False,
            timeout=SECONDS, env={},
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise NotRead(Why.BOMB) from error
    if done.returncode:
        raise NotRead(ANSWERS.get(done.returncode, Why.BOMB))
    lines = iter(done.stdout.splitlines())
    sheets, chosen = json.loads(next(lines))
    found = headed(_cells(lines), most_rows=most_rows, most_columns=most_columns)
    return Table(found.columns, found.rows, tuple(sheets), chosen)


def _cells(lines: Iterator[bytes]) -> Iterator[Sequence[str]]:
    while chunk := list(islice(lines, 1000)):
        yield from json.loads(b"[" + b",".join(chunk) + b"]")
