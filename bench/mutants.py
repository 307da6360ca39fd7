"""Policy, vault and audit changed in one place at a time: does a test notice each change?

Works in a copy under var/mutants. The tool leaves decorated functions alone, and every action of
ours is one, so the copy names the inner function and decorates it on a line of its own.
Arguments narrow it to rooms: ./run bench mutants vault
"""

import json
import os
import re
import shutil
import subprocess
import sys
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


def main() -> None:
    rooms = sys.argv[1:] or list(CORE)
    prepare(rooms)
    ours = ("AMPARO_DEMO", "DJANGO_SETTINGS_MODULE")  # the tests choose for themselves
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    run = [".venv/bin/mutmut", "run", "--max-children", str(os.cpu_count() or 2)]
    log = COPY / "run.log"
    with log.open("w") as file:
        subprocess.run(run, cwd=COPY, env=environment, stdout=file, stderr=file, check=False)
    counted = outcomes()
    if not counted:
        raise SystemExit(log.read_text()[-3000:])
    for module in sorted({module for module, _ in counted}):
        row = {what: n for (name, what), n in counted.items() if name == module}
        print(f"{module:34} {row}")
    killed = sum(n for (_, what), n in counted.items() if what in ("killed", "timeout"))
    print(f"{killed} of {counted.total()} mutants killed: {killed / counted.total():.1%}")
    print(f"see each survivor: cd {COPY.relative_to(ROOT)} && .venv/bin/mutmut browse")


if __name__ == "__main__":
    main()
