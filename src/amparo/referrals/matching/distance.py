"""How far one region is from another, by the kilometres between their middles."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from django.conf import settings

from amparo.methods.earth import Point, kilometres
from amparo.methods.outlines import Outline
from amparo.vocab.country import load


def centroids() -> Mapping[str, Point]:
    """The middle of each region of this country that its pack has the outline of."""
    return _centroids(settings.COUNTRY)


@cache
def _centroids(pack: Path) -> Mapping[str, Point]:
    return {code: Outline(rings).centre for code, rings in load(pack).areas.items()}


def steps(region: str, middles: Mapping[str, Point]) -> dict[str, int]:
    """Each region by its place in the row from the nearest to the farthest; a region without a
    middle is in no row: it stands behind all that are."""
    if region not in middles:
        return {region: 0}
    here = middles[region]
    others = middles.keys() - {region}
    row = sorted(others, key=lambda code: (kilometres(here, middles[code]), code))
    return {code: number for number, code in enumerate([region, *row])}


def around(region: str, km: int, middles: Mapping[str, Point]) -> tuple[str, ...]:
    """The region, and those whose middle lies within so many kilometres of its own."""
    if not region:
        return ()
    here = middles.get(region)
    if here is None:
        return (region,)
    near = {code for code, middle in middles.items() if kilometres(here, middle) <= km}
    return tuple(sorted(near | {region}))


def between(one: str, other: str) -> int | None:
    """Whole kilometres from middle to middle; None where nobody knows."""
    middles = centroids()
    if one == other or one not in middles or other not in middles:
        return None
    return round(kilometres(middles[one], middles[other]))
