"""The demo's data files as they stand, for the tests of this room."""

import tomllib
from pathlib import Path
from typing import Any

from amparo.vocab.country import load as load_country

DEMO = Path(__file__).parents[1]
DATA = DEMO / "data"
REGIONS = load_country(DEMO / "country").regions


def toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def data_files() -> list[Path]:
    return sorted(DATA.rglob("*.toml"))


ORGANISATIONS: list[dict[str, Any]] = toml(DATA / "organisations.toml")["organisation"]
UNITS: dict[str, dict[str, Any]] = {u["slug"]: u for o in ORGANISATIONS for u in o["units"]}
SERVICES: list[dict[str, Any]] = [
    row for file in sorted((DATA / "services").glob("*.toml")) for row in toml(file)["service"]
]
CAST = toml(DATA / "cast.toml")
NAMES = toml(DATA / "names.toml")
STORIES = toml(DATA / "narratives.toml")
PROFILES = toml(DATA / "profiles.toml")
