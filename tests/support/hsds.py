"""The standard's own schemas, as they are shipped, to hold an answer against."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

FOLDER = Path(settings.PACKAGE) / "directory" / "schemas" / "hsds"


def schemas() -> dict[str, Any]:
    return {path.name: json.loads(path.read_text()) for path in sorted(FOLDER.glob("*.json"))}


@cache
def validator(name: str) -> Draft202012Validator:
    """Of one kind of object. Nothing is fetched: each schema refers to the others by file name."""
    known = {file: DRAFT202012.create_resource(schema) for file, schema in schemas().items()}
    registry: Registry[Any] = Registry().with_resources(known.items())
    checker = Draft202012Validator.FORMAT_CHECKER
    return Draft202012Validator({"$ref": f"{name}.json"}, registry=registry, format_checker=checker)


def faults(name: str, thing: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(thing)]


def foreign(name: str, thing: Any) -> list[str]:
    """Fields that the standard does not have there, in the whole tree."""
    known = schemas()
    return list(_foreign(known[f"{name}.json"], thing, known, name))


def _foreign(schema: Any, thing: Any, known: dict[str, Any], path: str) -> Any:
    if isinstance(thing, list):
        for each in thing:
            yield from _foreign(schema, each, known, path)
        return
    if not isinstance(thing, dict):
        return
    for field, value in thing.items():
        if field not in schema["properties"]:
            yield f"{path}.{field}"
            continue
        inner = schema["properties"][field]
        inner = inner.get("items", inner)
        if "$ref" in inner:
            yield from _foreign(known[inner["$ref"]], value, known, f"{path}.{field}")


def page_faults(page: object) -> list[str]:
    """By the page that the standard's own description of its interface has."""
    schema = schemas()["openapi.json"]["components"]["schemas"]["Page"]
    return [error.message for error in Draft202012Validator(schema).iter_errors(page)]
