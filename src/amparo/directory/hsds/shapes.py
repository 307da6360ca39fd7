"""What leaves by the two APIs, field by field: what has no place here does not leave.

The names are those of HSDS 3.1. A field that says nothing is left out, since the standard's own
schemas know no null.
"""

from datetime import date, datetime
from typing import Literal, NotRequired
from uuid import UUID

from typing_extensions import TypedDict  # what OpenAPI is written from reads no other

Day = Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


class Taxonomy(TypedDict):
    id: UUID
    name: str
    description: str
    version: str


class TaxonomyTerm(TypedDict):
    id: UUID
    code: str
    name: str
    description: str
    taxonomy: str
    taxonomy_id: UUID
    language: str
    taxonomy_detail: NotRequired[Taxonomy]


class Attribute(TypedDict):
    id: UUID
    link_id: UUID
    link_entity: str
    value: NotRequired[str]
    label: NotRequired[str]
    taxonomy_term_id: NotRequired[UUID]
    taxonomy_term: NotRequired[TaxonomyTerm]


class Language(TypedDict):
    id: UUID
    name: str
    code: str


class Phone(TypedDict):
    id: UUID
    number: str
    type: str


class Schedule(TypedDict):
    """`timezone`: hours from UTC, as they are today."""

    id: UUID
    description: NotRequired[str]
    freq: NotRequired[Literal["WEEKLY"]]
    wkst: NotRequired[Day]
    byday: NotRequired[str]
    opens_at: NotRequired[str]
    closes_at: NotRequired[str]
    timezone: NotRequired[float]
    valid_from: NotRequired[date]
    valid_to: NotRequired[date]


class ServiceArea(TypedDict):
    id: UUID
    name: str


class Address(TypedDict):
    id: UUID
    address_1: str
    city: str
    state_province: str
    postal_code: str
    country: str
    address_type: Literal["physical"]


class Location(TypedDict):
    """Of a confidential one, `virtual`: the name of its region and nothing more."""

    id: UUID
    location_type: Literal["physical", "virtual"]
    name: str
    organization_id: UUID
    description: NotRequired[str]
    latitude: NotRequired[float]
    longitude: NotRequired[float]
    addresses: NotRequired[list[Address]]


class ServiceAtLocation(TypedDict):
    id: UUID
    service_id: UUID
    location_id: UUID
    location: NotRequired[Location]


class Organization(TypedDict):
    id: UUID
    name: str
    description: str


class Unit(TypedDict):
    id: UUID
    name: str
    scheme: str
    identifier: str


class ServiceCapacity(TypedDict):
    id: UUID
    service_id: UUID
    unit: Unit
    unit_id: UUID
    available: int
    maximum: int
    description: str
    updated: datetime


class Service(TypedDict):
    """What everybody may read of a service: never how many places it has."""

    id: UUID
    name: str
    status: Literal["active", "inactive"]
    organization_id: NotRequired[UUID]
    description: NotRequired[str]
    eligibility_description: NotRequired[str]
    minimum_age: NotRequired[int]
    maximum_age: NotRequired[int]
    accreditations: NotRequired[str]
    assured_date: NotRequired[date]
    organization: NotRequired[Organization]
    phones: NotRequired[list[Phone]]
    languages: NotRequired[list[Language]]
    schedules: NotRequired[list[Schedule]]
    service_areas: NotRequired[list[ServiceArea]]
    service_at_locations: NotRequired[list[ServiceAtLocation]]
    attributes: NotRequired[list[Attribute]]


class OwnService(Service):
    """What whoever refers reads besides."""

    assurer_email: NotRequired[str]
    capacities: NotRequired[list[ServiceCapacity]]
