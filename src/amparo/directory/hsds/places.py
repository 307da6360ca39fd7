"""Where a service is. Of a confidential one the region, by name, and never a point on a map."""

from django.utils.translation import gettext as _

from amparo.directory import regions
from amparo.directory.hsds import ids
from amparo.directory.hsds.shapes import Address, Location, ServiceArea, ServiceAtLocation
from amparo.directory.hsds.taxonomies import language
from amparo.directory.models import Location as Place
from amparo.directory.models import Service
from amparo.people.country import country
from amparo.people.models import Organisation


def service_at_location(place: Place, organisation: Organisation) -> ServiceAtLocation:
    return {**brief(place), "location": location(place, organisation)}


def brief(place: Place) -> ServiceAtLocation:
    """Our row is both: a place of one service, and that the service is there."""
    return {
        "id": place.pk,
        "service_id": place.service_id,
        "location_id": ids.of_part(place.pk, "location"),
    }


def location(place: Place, organisation: Organisation) -> Location:
    """A place is confidential by itself or by its service: either is enough."""
    if place.confidential or place.service.confidential:
        return _hidden(place, organisation)
    shown: Location = {
        "id": ids.of_part(place.pk, "location"),
        "location_type": "physical",
        "name": place.city or regions.label(place.region),
        "organization_id": organisation.pk,
    }
    if place.address or place.city:
        shown["addresses"] = [_address(place)]
    if place.latitude is not None and place.longitude is not None:
        shown["latitude"], shown["longitude"] = place.latitude, place.longitude
    return shown


def _hidden(place: Place, organisation: Organisation) -> Location:
    return {
        "id": ids.of_part(place.pk, "location"),
        "location_type": "virtual",
        "name": regions.label(place.region),
        "organization_id": organisation.pk,
        "description": _("Confidential: telephone the service. It says itself where it is."),
    }


def _address(place: Place) -> Address:
    return {
        "id": ids.of_part(place.pk, "address"),
        "address_1": place.address,
        "city": place.city,
        "state_province": regions.label(place.region),
        "postal_code": place.postal_code,
        "country": country().code,
        "address_type": "physical",
    }


def service_areas(service: Service) -> list[ServiceArea]:
    """The regions it works for; the country where it works for all of them."""
    named = {code: regions.label(code) for code in service.serves}
    return [
        {"id": ids.of_part(service.pk, "area", code), "name": name}
        for code, name in (named or {"": country().name.say(language())}).items()
    ]
