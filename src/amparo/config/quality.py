"""What is checked before a commit and in continuous integration, each by its own tool."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from amparo.config.messages import compile_stale

BIN = Path(sys.executable).parent
FINISHED = (0, 1)  # pytest came to its end: all passed, or some failed


@dataclass(frozen=True)
class Check:
    name: str
    arguments: tuple[str, ...]

    def passes(self) -> bool:
        print(f"== {self.name}", flush=True)  # noqa: T201  the terminal is where this is read
        command = [str(BIN / self.arguments[0]), *self.arguments[1:]]
        # The checkers import the settings; the demonstration's need no secret from outside.
        environment = {**os.environ, "AMPARO_DEMO": "1", "DJANGO_SETTINGS_MODULE": SETTINGS}
        environment["PYTHONPATH"] = str(settings.PACKAGE.parent)
        done = subprocess.run(  # noqa: S603  our own words
            command, cwd=settings.ROOT, env=environment, check=False
        )
        return done.returncode == 0


SETTINGS = "amparo.config.settings"
TEMPLATES = "src/amparo/*/templates/**/*.html"
CHECKS = (
    Check("ruff", ("ruff", "check", "--quiet")),
    Check("ruff format", ("ruff", "format", "--check", "--quiet")),
    Check("imports point one way", ("lint-imports", "--no-cache")),
    Check("mypy", ("mypy",)),
)


def djade() -> Check:
    files = [str(path) for path in settings.ROOT.glob(TEMPLATES)]
    return Check("djade", ("djade", "--check", "--target-version", "5.2", *files))


def checks() -> tuple[Check, ...]:
    return (*CHECKS, djade())


@dataclass(frozen=True)
class Tally:
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.passed + other.passed,
            self.failed + other.failed,
            self.skipped + other.skipped,
        )

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def run_checks() -> Tally:
    results = [check.passes() for check in checks()]
    return Tally(passed=sum(results), failed=results.count(False))


def run_tests(arguments: list[str]) -> Tally:
    """Run pytest; a run that was broken off, or left no counts, is one failure more."""
    counts = settings.ROOT / "var" / "tests" / "counts.json"
    counts.unlink(missing_ok=True)
    compile_stale()  # a process that looked before they were there would speak English for good
    command = [str(BIN / "pytest"), "-q", "-n", "2", f"--counts={counts}", *arguments]
    done = subprocess.run(command, cwd=settings.ROOT, check=False)  # noqa: S603  our own words
    if not counts.exists():
        return Tally(failed=1)
    tally = Tally(**json.loads(counts.read_text()))
    return tally if done.returncode in FINISHED else tally + Tally(failed=1)
