"""Reads what is wanted and the workbook by standard input; writes its sheets, then rows as JSON.

Run by `workbooks`, alone: it imports nothing of the product. Its exit code says why it ended.
"""

import datetime
import io
import json
import resource
import sys
from typing import NoReturn

MEMORY, CPU = 1024**3, 45
NO_SHEET, LOCKED, BROKEN, TOO_MUCH = 3, 4, 5, 6


def text(cell: object) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        return cell.date().isoformat()
    if isinstance(cell, datetime.datetime | datetime.date | datetime.time):
        return cell.isoformat()
    return str(cell)


def tell(line: object) -> None:
    sys.stdout.write(json.dumps(line) + "\n")


def end(code: int) -> NoReturn:
    sys.stdout.flush()
    sys.exit(code)


def main(*, rows: int, columns: int, sheet: str) -> None:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        book = CalamineWorkbook.from_object(io.BytesIO(sys.stdin.buffer.read()))
        names = book.sheet_names
        if not names or (sheet and sheet not in names):
            end(NO_SHEET)
        chosen = sheet or names[0]
        page = book.get_sheet_by_name(chosen)
    except PasswordError:
        end(LOCKED)
    except CalamineError:
        end(BROKEN)
    if page.width > columns:
        end(TOO_MUCH)
    tell([names, chosen])
    for number, cells in enumerate(page.iter_rows()):
        if number > rows:
            end(0)  # one more than are taken: whoever reads this says so
        tell([text(cell) for cell in cells])


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU, CPU))
    try:
        main(**json.loads(sys.stdin.buffer.readline()))
    except MemoryError:
        end(TOO_MUCH)
