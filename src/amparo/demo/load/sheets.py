"""The data files of the demonstration, read once."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[1] / "data"


@cache
def sheet(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def services() -> list[dict[str, Any]]:
    files = sorted((DATA / "services").glob("*.toml"))
    return [row for file in files for row in sheet(f"services/{file.stem}")["service"]]
