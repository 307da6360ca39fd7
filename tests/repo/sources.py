"""What the rules are measured on: the files of this repository as they stand on disk."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "amparo"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, order=True)
class Breach:
    """One place where a rule does not hold; `what` says the cure."""

    path: Path
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}:{self.line}: {self.what}"


def told(breaches: Iterable[Breach]) -> str:
    return "\n" + "\n".join(str(breach) for breach in sorted(set(breaches)))


@cache
def committed() -> tuple[Path, ...]:
    """Every file that is or would be committed; git itself is not asked, it may be missing."""
    return tuple(sorted(_below(ROOT)))


def _below(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name == ".git" or _ignored(path):
            continue
        if path.is_dir():
            yield from _below(path)
        else:
            yield path


def _ignored(path: Path) -> bool:
    """By name, as .gitignore says, or a tool's own folder that asks to be ignored."""
    named = any(fnmatch(path.name, pattern) for pattern in _patterns())
    own = path / ".gitignore"
    return named or (path.is_dir() and own.exists() and "*" in own.read_text().split())


@cache
def _patterns() -> tuple[str, ...]:
    lines = (ROOT / ".gitignore").read_text().splitlines()
    return tuple(line.strip().rstrip("/") for line in lines if line.strip())


@cache
def python() -> tuple[Path, ...]:
    """Written Python: migrations are generated and left out."""
    return tuple(p for p in committed() if p.suffix == ".py" and "migrations" not in p.parts)


def product() -> tuple[Path, ...]:
    """The Python that serves: no test."""
    return tuple(p for p in python() if SOURCE in p.parents and "tests" not in p.parts)


def of_tests() -> tuple[Path, ...]:
    return tuple(p for p in python() if "tests" in p.parts or p.name == "conftest.py")


@cache
def templates() -> tuple[Path, ...]:
    return tuple(p for p in committed() if p.suffix == ".html" and "templates" in p.parts)


@cache
def text(path: Path) -> str | None:
    """None for what is no text: pictures, fonts."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_bytes())


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, Function):
            yield node


def called(node: ast.Call) -> str:
    """`b` of a.b(...), `b` of b(...), else nothing."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""
