"""The code lists of the directory as taxonomies, and what a service has of each."""

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import get_language

from amparo.directory.hsds import ids
from amparo.directory.hsds.shapes import Attribute, Taxonomy, TaxonomyTerm
from amparo.directory.models import Service
from amparo.people.codes import label, listed

# The needs a service answers, and what decides whether it is the right one for somebody.
NAMES = ("services", "sex", "forms", "accessibility", "not_asked", "dependants")
ACCEPTED = "accepted"


def language() -> str:
    return (get_language() or "en")[:2]


def taxonomy(name: str) -> Taxonomy:
    codes = listed(name)
    return {
        "id": ids.of_taxonomy(name),
        "name": codes.name.say(language()),
        "description": codes.source,
        "version": codes.version,
    }


def term(name: str, code: str) -> TaxonomyTerm:
    words = label(name, code)
    return {
        "id": ids.of_term(name, code),
        "code": code,
        "name": words,
        "description": words,
        "taxonomy": listed(name).name.say(language()),
        "taxonomy_id": ids.of_taxonomy(name),
        "language": language(),
    }


def in_full(name: str, code: str) -> TaxonomyTerm:
    return {**term(name, code), "taxonomy_detail": taxonomy(name)}


def taxonomies() -> dict[UUID, str]:
    return {ids.of_taxonomy(name): name for name in NAMES}


def terms() -> dict[UUID, tuple[str, str]]:
    """Every code that a service can have, those too that are offered no more."""
    return {ids.of_term(name, code): (name, code) for name in NAMES for code in listed(name).items}


def codes_of(service: Service) -> Iterator[tuple[str, str]]:
    yield "services", service.kind
    for name, codes in (
        ("sex", service.sexes), ("forms", service.forms),
        ("accessibility", service.accessibility), ("not_asked", service.not_asked),
    ):  # fmt: skip
        yield from ((name, code) for code in codes)
    if service.dependants:
        yield "dependants", ACCEPTED


def attributes(service: Service) -> list[Attribute]:
    return [_attribute(service, name, code) for name, code in codes_of(service)]


def _attribute(service: Service, name: str, code: str) -> Attribute:
    return {
        "id": ids.of_part(service.pk, "attribute", name, code),
        "link_id": service.pk,
        "link_entity": "service",
        "value": code,
        "taxonomy_term_id": ids.of_term(name, code),
        "taxonomy_term": term(name, code),
    }
