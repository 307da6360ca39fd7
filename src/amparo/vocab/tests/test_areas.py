"""The outlines of a pack: read whole, or refused with the feature at fault."""

import json
from pathlib import Path
from typing import Any

import pytest

from amparo.vocab.areas import read_areas
from amparo.vocab.country import load
from amparo.vocab.datafile import DataError

RING = [[0, 0], [1, 0], [1, 1], [0, 0]]
DEMO = Path(__file__).parents[2] / "demo" / "country"


def feature(code: str = "N", kind: str = "Polygon", coordinates: Any = None) -> dict[str, Any]:
    shape = {"type": kind, "coordinates": [RING] if coordinates is None else coordinates}
    return {"type": "Feature", "properties": {"code": code}, "geometry": shape}


def written(folder: Path, *features: Any) -> Path:
    file = folder / "areas.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return file


def test_a_pack_without_outlines_has_none(tmp_path: Path) -> None:
    assert read_areas(tmp_path / "areas.geojson", {"N"}) == {}


def test_each_region_has_the_outer_rings_of_all_its_parts(tmp_path: Path) -> None:
    islands = feature("S", "MultiPolygon", [[RING, [[9, 9]]], [RING]])
    found = read_areas(written(tmp_path, feature(), islands), {"N", "S"})
    assert [len(found[code]) for code in ("N", "S")] == [1, 2]


@pytest.mark.parametrize(
    ("features", "why"),
    [
        ([feature("X")], "feature 1: 'X' is not the code of a region"),
        ([feature(), feature()], "feature 2: the region N has an outline already"),
        ([feature(kind="Point")], "feature 1: is neither a Polygon nor a MultiPolygon"),
        ([feature(coordinates=[RING[:3]])], "three corners or more"),
        ([feature(coordinates=[[*RING[:3], [5, 5]]])], "does not end where it began"),
        ([feature(coordinates=[[[200, 0], *RING[1:3], [200, 0]]])], "no longitude and latitude"),
        ([feature(coordinates=[["a", *RING[1:3], "a"]])], "no longitude and latitude"),
        ([{"type": "Feature"}], "feature 1: properties is missing"),
        (["nonsense"], "feature 1: properties is missing"),
    ],
)
def test_a_faulty_outline_is_told_with_its_feature(
    tmp_path: Path, features: list[Any], why: str
) -> None:
    with pytest.raises(DataError, match=why):
        read_areas(written(tmp_path, *features), {"N"})


@pytest.mark.parametrize("text", ["{", "[]", '{"type": "Topology"}'])
def test_what_is_no_collection_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "areas.geojson"
    file.write_text(text)
    with pytest.raises(DataError, match=r"areas\.geojson: is no"):
        read_areas(file, {"N"})


def test_every_region_of_the_demonstration_is_drawn() -> None:
    pack = load(DEMO)
    assert set(pack.areas) == set(pack.regions)
