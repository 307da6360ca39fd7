"""The outlines of a country's regions: `areas.geojson` of its pack (RFC 7946).

A FeatureCollection of Polygons and MultiPolygons, whose property `code` names the region. Only
outer rings are drawn. A region without an outline stands in every list and on no map.
"""

import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from amparo.vocab.datafile import DataError

# Longitude and latitude in degrees of WGS 84; a ring ends with the point it began with.
Point = tuple[float, float]
Ring = tuple[Point, ...]
Rings = tuple[Ring, ...]
# A closed ring has three corners and the first one again.
FEWEST = 4


def read_areas(file: Path, regions: Collection[str]) -> dict[str, Rings]:
    """By the code of the region; none where the pack has no such file. Raises DataError."""
    if not file.exists():
        return {}
    found: dict[str, Rings] = {}
    for number, feature in enumerate(_features(file), start=1):
        place = f"{file.name}: feature {number}"
        code = str(_inside(feature, "properties", place).get("code"))
        if code not in regions:
            raise DataError(f"{place}: {code!r} is not the code of a region of country.toml")
        if code in found:
            raise DataError(f"{place}: the region {code} has an outline already")
        found[code] = tuple(_rings(_inside(feature, "geometry", place), place))
    return found


def _features(file: Path) -> list[Any]:
    try:
        sheet = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise DataError(f"{file.name}: is no JSON: {error}") from None
    features = sheet.get("features") if isinstance(sheet, dict) else None
    if not isinstance(features, list) or sheet.get("type") != "FeatureCollection":
        raise DataError(f"{file.name}: is no FeatureCollection")
    return features


def _inside(feature: object, key: str, place: str) -> dict[str, Any]:
    part = feature.get(key) if isinstance(feature, dict) else None
    if not isinstance(part, dict):
        raise DataError(f"{place}: {key} is missing")
    return part


def _rings(geometry: dict[str, Any], place: str) -> Iterator[Ring]:
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    polygons = {"Polygon": [coordinates], "MultiPolygon": coordinates}.get(str(kind))
    if not isinstance(polygons, list) or not polygons:
        raise DataError(f"{place}: is neither a Polygon nor a MultiPolygon")
    for polygon in polygons:
        outer = polygon[0] if isinstance(polygon, list) and polygon else None
        yield _ring(outer, place)


def _ring(positions: object, place: str) -> Ring:
    if not isinstance(positions, list) or len(positions) < FEWEST:
        raise DataError(f"{place}: a ring has three corners or more, and ends where it began")
    ring = tuple(_point(position, place) for position in positions)
    if ring[0] != ring[-1]:
        raise DataError(f"{place}: a ring does not end where it began")
    return ring


def _point(position: object, place: str) -> Point:
    match position:
        case [float() | int() as east, float() | int() as north, *_] if (
            -180 <= east <= 180 and -90 <= north <= 90
        ):
            return float(east), float(north)
    raise DataError(f"{place}: {position!r} is no longitude and latitude in degrees")
