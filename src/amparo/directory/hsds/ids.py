"""Ids for what has no row of its own: the same everywhere for a code, and for a part of a row."""

from uuid import NAMESPACE_URL, UUID, uuid5

PROFILE = "https://amparo.example/profiles/nrm-hsds/1.0"
_SPACE = uuid5(NAMESPACE_URL, PROFILE)


def of_taxonomy(name: str) -> UUID:
    return uuid5(_SPACE, f"taxonomy/{name}")


def of_term(name: str, code: str) -> UUID:
    return uuid5(_SPACE, f"term/{name}/{code}")


def of_part(row: UUID, *path: str) -> UUID:
    """A part of a row, such as the telephone of a service."""
    return uuid5(row, "/".join(path))
