"""Policy, vault and audit changed in one place at a time: does a test notice each change?

Works in a copy under var/mutants. The tool leaves decorated functions alone, and every action of
ours is one, so the copy names the inner function and decorates it on a line of its own.
Arguments narrow it to rooms: ./run bench mutants vault
The whole takes hours on two cores: ./run bench mutants --some 300 tries so many, drawn by chance,
and says above which share the whole lies with 95 % confidence (Wilson's lower bound).
"""

import argparse
import json
import math
import os
import random
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
COPY = ROOT / "var" / "mutants"
# The modules that decide who may do what, that seal and open, and that write the log: text that a
# migration writes once is proven by the tests of the walls; pages and commands have their own.
CORE = {
    "vault": ("cipher", "chunks", "fields", "actions", "provider", "erasure"),
    "audit": ("chain", "actions", "keyfile", "queries"),
    "access": (
        "policy", "standing", "queries", "acting", "actions", "glass/actions", "glass/queries",
        "two_persons/actions", "two_persons/queries", "restriction/guard", "restriction/queries",
    ),
}  # fmt: skip
# Run once for each mutant they would take hours, or they may run only once in a process.
SLOW = ("escrow", "keys_over_time", "races", "nonces", "backup", "conformance", "epochs", "worker")
SETTINGS = """
[tool.mutmut]
source_paths = ["src"]
only_mutate = {only}
do_not_mutate_patterns = ['_\\(', '__str__', '__repr__', 'CannotOpen\\(', 'ImproperlyConfigured\\(']
also_copy = ["conftest.py", "manage.py", "requirements", "docs", "bench"]
pytest_add_cli_args = {arguments}
pytest_add_cli_args_test_selection = {tests}
"""
DECORATED = re.compile(
    r"^((?:@(?:action|contextmanager|transaction\.atomic|requires\([\w.]+\))\n)+)def (\w+)\(",
    re.MULTILINE,
)


def bare(source: str) -> str:
    """Each decorated function under a name of its own, decorated after its end."""
    ends = []

    def rename(found: re.Match[str]) -> str:
        marks, name = found[1].split(), found[2]
        wrapped = f"bare_{name}"
        for mark in reversed(marks):
            wrapped = f"{mark[1:]}({wrapped})"
        ends.append(f"{name} = {wrapped}")
        return f"def bare_{name}("

    renamed = DECORATED.sub(rename, source)
    for end in ends:
        renamed = _after(renamed, end.partition(" ")[0], end)
    return renamed


def _after(source: str, name: str, line: str) -> str:
    """`line` put behind the body of the function, where whatever follows may already use it."""
    lines = source.splitlines(keepends=True)
    start = next(i for i, text in enumerate(lines) if text.startswith(f"def bare_{name}("))
    end = start + 1
    while end < len(lines) and (lines[end].startswith((" ", ")")) or not lines[end].strip()):
        end += 1
    return "".join((*lines[:end], f"{line}\n\n\n", *lines[end:]))


def prepare(rooms: list[str]) -> None:
    shutil.rmtree(COPY, ignore_errors=True)
    away = shutil.ignore_patterns("var", ".*", "__pycache__")
    shutil.copytree(ROOT, COPY, ignore=away, symlinks=True)
    shutil.copy(ROOT / ".gitignore", COPY)
    (COPY / ".venv").symlink_to(ROOT / ".venv")
    for path in (COPY / "src" / "amparo" / room / f"{n}.py" for room in rooms for n in CORE[room]):
        path.write_text(bare(path.read_text()))
    settings = SETTINGS.format(
        only=json.dumps([f"src/amparo/{room}/{name}.py" for room in rooms for name in CORE[room]]),
        arguments=json.dumps(["-p", "no:randomly", "-p", "no:xdist", *slow()]),
        tests=json.dumps(tests()),
    )
    with (COPY / "pyproject.toml").open("a") as file:
        file.write(settings)


def slow() -> list[str]:
    found = (path for name in SLOW for path in ROOT.glob(f"src/amparo/*/tests/test_{name}.py"))
    return [f"--ignore={path.relative_to(ROOT)}" for path in found]


def tests() -> list[str]:
    """Those of the three rooms, and of the rooms above whatever uses them most closely."""
    rooms = [f"src/amparo/{room}" for room in (*CORE, "administration")]
    cases = ("sealed_pages", "shares", "emergency")
    closest = [f"src/amparo/cases/tests/test_{name}.py" for name in cases]
    closest += [
        "src/amparo/cases/attachments",
        "src/amparo/cases/consents/tests/test_basis.py",
        "src/amparo/cases/consents/tests/test_holders.py",
        "src/amparo/cases/finding",
        "src/amparo/referrals/tests/test_restriction.py",
    ]
    return [*rooms, *closest]


def outcomes() -> Counter[tuple[str, str]]:
    """How many mutants of each module were killed, survived, timed out, or met no test."""
    told = subprocess.run(
        [".venv/bin/mutmut", "results", "--all", "true"],
        cwd=COPY, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    found = re.findall(r"^\s*amparo\.([\w.]+)\.x\S+__mutmut_\d+: (.+)$", told, re.MULTILINE)
    return Counter((module, outcome) for module, outcome in found)


def drawn(some: int, seed: int) -> list[str]:
    """So many of all mutants, by chance; the tool names them once it has made them."""
    mutmut("no.such.mutant")
    metas = [json.loads(file.read_text()) for file in (COPY / "mutants").rglob("*.meta")]
    names = sorted(name for meta in metas for name in meta["exit_code_by_key"])
    return random.Random(seed).sample(names, min(some, len(names)))


def mutmut(*names: str) -> None:
    ours = ("AMPARO_DEMO", "DJANGO_SETTINGS_MODULE")  # the tests choose for themselves
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    run = [".venv/bin/mutmut", "run", "--max-children", str(os.cpu_count() or 2), *names]
    with (COPY / "run.log").open("w") as file:
        subprocess.run(run, cwd=COPY, env=environment, stdout=file, stderr=file, check=False)


def at_least(killed: int, tried: int) -> float:
    """Wilson's lower bound of a share, 95 % on one side."""
    share, z = killed / tried, 1.645
    width = math.sqrt(share * (1 - share) / tried + (z / (2 * tried)) ** 2)
    return (share + z * z / (2 * tried) - z * width) / (1 + z * z / tried)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("rooms", nargs="*", default=list(CORE))
    parser.add_argument("--some", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    prepare(asked.rooms)
    mutmut(*(drawn(asked.some, asked.seed) if asked.some else ()))
    counted = Counter({row: n for row, n in outcomes().items() if row[1] != "not checked"})
    if not counted:
        raise SystemExit((COPY / "run.log").read_text()[-3000:])
    for module in sorted({module for module, _ in counted}):
        row = {what: n for (name, what), n in counted.items() if name == module}
        print(f"{module:34} {row}")
    killed, tried = (
        sum(n for (_, what), n in counted.items() if what in ("killed", "timeout")),
        counted.total(),
    )
    print(f"{killed} of {tried} mutants killed: {killed / tried:.1%}", end="")
    print(f", above {at_least(killed, tried):.1%} of the whole" if asked.some else "")
    print(f"see each survivor: cd {COPY.relative_to(ROOT)} && .venv/bin/mutmut browse")


if __name__ == "__main__":
    main()
