"""Distances on the Earth, taken as a ball: wrong by half a kilometre in a hundred at the most."""

from math import asin, cos, radians, sin, sqrt

# Longitude and latitude in degrees of WGS 84, the order of GeoJSON (RFC 7946).
Point = tuple[float, float]

# IUGG mean radius.
RADIUS_KM = 6371.0088


def kilometres(one: Point, other: Point) -> float:
    """Along the great circle, by the haversine formula."""
    (lon1, lat1), (lon2, lat2) = one, other
    phi1, phi2 = radians(lat1), radians(lat2)
    half = sin((phi2 - phi1) / 2) ** 2 + cos(phi1) * cos(phi2) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * RADIUS_KM * asin(min(1.0, sqrt(half)))
