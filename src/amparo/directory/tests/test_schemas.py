"""The standard's own files: carried in unchanged, with their licence, and complete."""

import hashlib
import tomllib

from support.hsds import FOLDER, schemas

LISTED = tomllib.loads((FOLDER.parent / "vendored.toml").read_text())


def test_every_schema_is_known_by_its_checksum() -> None:
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FOLDER.iterdir()}
    assert found == LISTED["sha256"]


def test_licence_and_origin_stand_beside_them() -> None:
    assert (LISTED["licence"], LISTED["version"]) == ("CC-BY-SA-4.0", "3.1")
    told = (FOLDER.parent / "README.md").read_text()
    assert "CC BY-SA 4.0" in told and "Open Referral" in told and "unchanged" in told


def test_they_are_of_the_version_with_capacity() -> None:
    """HSDS 3.1 has these three and 3.0 none of them."""
    assert {"service_capacity.json", "unit.json", "url.json"} <= schemas().keys()
    assert "capacities" in schemas()["service.json"]["properties"]


def refs(schema: object) -> set[str]:
    if isinstance(schema, list):
        return set().union(*map(refs, schema))
    if not isinstance(schema, dict):
        return set()
    own = {schema["$ref"]} if isinstance(schema.get("$ref"), str) else set()
    return own.union(*map(refs, schema.values()))


def test_each_leads_to_others_that_are_here() -> None:
    for name, schema in schemas().items():
        if name != "openapi.json":  # which names addresses of the standard's own repository
            assert refs(schema) <= schemas().keys()
