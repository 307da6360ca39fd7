"""The register and the reader of resolutions call an instrument by the same code."""

import csv
from pathlib import Path

import pytest

from amparo.methods.resolutions.instruments import cited_in

DATA = Path(__file__).resolve().parents[1] / "data"


def rows() -> list[dict[str, str]]:
    with (DATA / "instruments.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("row", rows(), ids=lambda row: row["code"])
def test_the_name_in_the_register_is_read_as_its_code(row: dict[str, str], language: str) -> None:
    body = row["code"].split("-")[0] if row["code"].startswith("CCPCJ") else "GA"
    found = cited_in(row[f"name_{language}"], language, speaker=body)
    assert row["code"] in [each.code for each in found]
