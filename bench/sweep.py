"""Is anything that was sealed to be found in clear? The whole suite, then a load; then the search.

Each text that is sealed meanwhile is a canary (support.canaries). Searched: database files with
their write-ahead log, server logs, temporary files, mail, key folders, the heads of the log, a
dump of the database. Arguments narrow the suite: ./run bench sweep src/amparo/cases
"""

import base64
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from system.mortal import mortal_house
from system.serving import House

ROOT = Path(__file__).parents[1]
HERE = ROOT / "var" / "sweep"
SAID, TEMPORARY = HERE / "said", HERE / "tmp"
# One looks for any file that is written meanwhile, and would find the one with the canaries; the
# other writes such a file, to see that the first would notice.
APART = ("test_no_upload_touches_a_disk_in_clear", "test_the_watch_on_files_would_notice")
UPLOADS = "src/amparo/cases/attachments/tests/test_disk.py"
# Copies of the product itself, which tests make: its own words are nobody's secret.
OWN = ("static", "src", "__pycache__")
SHORTEST = 8  # a shorter text stands in any file by chance
ROUNDS = 2
# A date of birth is a date like others; a keyboard's or a generator's filling is nobody's secret.
WORD = re.compile(r"[^\W\d_]{4}")
BY_CHANCE = re.compile(r"[\d\s:./+-]*|(.)\1*|-?Infinity|undefined")


def main() -> None:
    shutil.rmtree(HERE, ignore_errors=True)
    TEMPORARY.mkdir(parents=True)
    suite = the_suite(sys.argv[1:])
    found = report("the suite", canaries(SAID), [ROOT / "var" / "tests", TEMPORARY])
    drop_the_databases_kept()
    found += the_load()
    print(f"{found} found in clear; the suite ended with {suite}")
    sys.exit(found > 0)


def the_suite(narrowed: list[str]) -> int:
    environment = {**os.environ, "TMPDIR": str(TEMPORARY)}
    for ours in ("AMPARO_DEMO", "DJANGO_SETTINGS_MODULE"):  # the tests choose for themselves
        environment.pop(ours, None)
    command = [sys.executable, "-m", "pytest", "-q", "-n", "2", f"--canaries={SAID}"]
    for test in APART:
        command += ["--deselect", f"{UPLOADS}::{test}"]
    command += narrowed
    log = HERE / "suite.log"
    with log.open("w") as file:
        return subprocess.run(
            command, cwd=ROOT, env=environment, stdout=file, check=False
        ).returncode


def the_load() -> int:
    with mortal_house() as (_, house):
        from system import load

        answers = load.run(house, ROUNDS)
        dump = house.folder / "dump.sql"
        dump.write_text(dump_of(house))
        print(f"load: {answers.total()} answers, {dict(sorted(answers.items()))}")
        house.does("CHECKPOINT")
        folder = Path(house.environment()["AMPARO_CANARIES"])
        filled(house)
        return report("the load", canaries(folder), [house.folder])


def dump_of(house: House) -> str:
    from system.dump import dump_of

    return dump_of(house)


def filled(house: House) -> None:
    """Every sealed column holds something: a canary was planted in each."""
    columns = json.loads(house.runs("shell", "--verbosity", "0", "--command", COLUMNS))
    empty = [
        f"{table}.{column}"
        for table, column in columns
        if not house.rows(f'SELECT 1 FROM "{table}" WHERE "{column}" IS NOT NULL LIMIT 1')  # noqa: S608  names of our own models
    ]
    print(f"{len(columns)} sealed columns, {len(empty)} of them empty {empty or ''}")


COLUMNS = """
import json
from django.apps import apps
from amparo.vault.fields import SealedField
print(json.dumps([[m._meta.db_table, f.column] for m in apps.get_models() for f in m._meta.fields
                  if isinstance(f, SealedField)]))
"""


def canaries(folder: Path) -> set[str]:
    from support.canaries import kept

    lines = {line.strip() for text in kept(folder) for line in text.splitlines()}
    long = {line for line in lines if len(line) >= SHORTEST and not BY_CHANCE.fullmatch(line)}
    words = product()
    return {line for line in long if WORD.search(line) and line not in words}


def product() -> str:
    """All that the product's own files say, tests apart: a word of its own, such as the kind of a
    factor that a session holds, is nobody's secret.
    """
    files = [path for path in (ROOT / "src").rglob("*.py") if "tests" not in path.parts]
    return "\n".join(path.read_text() for path in files)


def report(what: str, texts: set[str], places: list[Path]) -> int:
    """Print bytes searched, texts planted and found; each finding with its file."""
    files = [file for place in places for file in place.rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files)
    findings = sorted(search(texts, places))
    print(f"{what}: {len(texts)} texts looked for in {len(files)} files, {size / 1e9:.2f} GB:")
    print(f"  {len(findings)} found in clear")
    for file, text in findings[:40]:
        print(f"  in clear: {text!r} in {file}")
    return len(findings)


def search(texts: set[str], places: list[Path]) -> Iterator[tuple[str, str]]:
    """Each file with the text it holds: as written, in hexadecimal, in base64 or in JSON."""
    forms = {form: text for text in texts for form in _forms(text)}
    patterns = HERE / "patterns"
    patterns.write_bytes(b"\n".join(sorted(forms)) + b"\n")
    away = [f"--exclude-dir={name}" for name in OWN]
    command = ["grep", "-r", "-a", "-o", "-F", "-Z", *away, "-f", str(patterns), *map(str, places)]
    done = subprocess.run(command, capture_output=True, env={"LC_ALL": "C"}, check=False)
    seen = set()
    for line in done.stdout.splitlines():
        name, _, hit = line.partition(b"\0")
        seen.add((name.decode(errors="replace"), forms.get(hit, hit.decode(errors="replace"))))
    yield from seen


def _forms(text: str) -> Iterable[bytes]:
    data = text.encode()
    forms = {
        data, data.hex().encode(), json.dumps(text)[1:-1].encode(), text.encode("utf-16-le"),
        *(base64.b64encode(b"\0" * shift + data)[4 if shift else 0 : -4] for shift in range(3)),
    }  # fmt: skip
    return (form for form in forms if len(form) >= SHORTEST and b"\n" not in form)


def drop_the_databases_kept() -> None:
    import psycopg
    from psycopg import sql

    from amparo.config import embedded

    cluster = embedded.start(ROOT / "var" / "tests" / "postgres", durable=False)
    with psycopg.connect(cluster.url("postgres", "postgres"), autocommit=True) as connection:
        names = connection.execute("SELECT datname FROM pg_database WHERE datname LIKE 'test%'")
        for (name,) in names.fetchall():
            if name.startswith("test_"):
                connection.execute(sql.SQL("DROP DATABASE {} (FORCE)").format(sql.Identifier(name)))


if __name__ == "__main__":
    main()
