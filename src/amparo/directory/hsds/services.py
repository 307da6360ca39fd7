"""A service: what everybody may read of it, and what whoever refers reads besides."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amparo.directory import presenters
from amparo.directory.hsds import ids, taxonomies
from amparo.directory.hsds.hours import schedules
from amparo.directory.hsds.organizations import organization
from amparo.directory.hsds.places import service_areas, service_at_location
from amparo.directory.hsds.shapes import Attribute, OwnService, Service, ServiceCapacity, Unit
from amparo.directory.models import Service as Row
from amparo.methods import clock
from amparo.people.codes import label

SCHEME = "NRM-HSDS"


def minimal(row: Row) -> Service:
    """The standard's `minimal`, and the two fields that its own schema asks for."""
    return {"id": row.pk, "name": row.name, "status": "active" if row.active else "inactive"}


def brief(row: Row) -> Service:
    """What stands in a list: the fields that a service has once."""
    shown: Service = {
        **minimal(row),
        "organization_id": row.unit.organisation_id,
        "organization": organization(row.unit.organisation),
        "eligibility_description": presenters.takes(row),
        "minimum_age": row.age_min,
        "maximum_age": row.age_max,
    }
    if row.description:
        shown["description"] = row.description
    if row.accredited_until:
        until = {"day": date_format(row.accredited_until)}
        shown["accreditations"] = _("Accredited until %(day)s.") % until
    if row.verified_on:
        shown["assured_date"] = row.verified_on
    return shown


def in_full(row: Row) -> Service:
    """`row` with its locations and schedules at hand."""
    organisation = row.unit.organisation
    shown: Service = {
        **brief(row),
        "languages": [
            {
                "id": ids.of_part(row.pk, "language", code),
                "name": label("languages", code),
                "code": code,
            }
            for code in row.languages
        ],
        "schedules": schedules(row),
        "service_areas": service_areas(row),
        "service_at_locations": [
            service_at_location(place, organisation) for place in row.locations.all()
        ],
        "attributes": taxonomies.attributes(row),
    }
    if row.phone:
        number = row.phone
        shown["phones"] = [{"id": ids.of_part(row.pk, "phone"), "number": number, "type": "voice"}]
    return shown


def own_minimal(row: Row) -> OwnService:
    said = minimal(row)
    return {"id": said["id"], "name": said["name"], "status": said["status"]}


def own_brief(row: Row) -> OwnService:
    return {**brief(row), **_besides(row)}


def own_in_full(row: Row) -> OwnService:
    """`row` with the number of places held at hand, too."""
    shown: OwnService = {**in_full(row), **_besides(row)}
    if row.assurer and "assurer_email" not in shown:
        shown["attributes"] = [*shown.get("attributes", []), _assurer(row)]
    return shown


def _besides(row: Row) -> OwnService:
    shown = own_minimal(row)
    if _is_email(row.assurer):
        shown["assurer_email"] = row.assurer
    if capacity := _capacity(row):
        shown["capacities"] = [capacity]
    return shown


def _capacity(row: Row) -> ServiceCapacity | None:
    """None where it has no places, or where nobody has said yet how many are free."""
    if not row.places_total or row.places_updated_at is None:
        return None
    unit = _unit(row.capacity_unit)
    return {
        "id": ids.of_part(row.pk, "capacity", row.capacity_unit),
        "service_id": row.pk,
        "unit": unit,
        "unit_id": unit["id"],
        "available": row.places_open,
        "maximum": row.places_total,
        "description": presenters.freshness(row, clock.now()),
        "updated": row.places_updated_at,
    }


def _unit(code: str) -> Unit:
    return {
        "id": ids.of_term("capacity_units", code),
        "name": label("capacity_units", code),
        "scheme": SCHEME,
        "identifier": code,
    }


def _assurer(row: Row) -> Attribute:
    """Who has checked, where they left a name: the standard has a field for an address alone."""
    return {
        "id": ids.of_part(row.pk, "assurer"),
        "link_id": row.pk,
        "link_entity": "service",
        "label": "assurer",
        "value": row.assurer,
    }


def _is_email(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True
