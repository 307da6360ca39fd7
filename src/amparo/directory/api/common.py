"""What both interfaces say alike: organisations, places and lists.

Every list is asked by GET, and by POST so that what is looked for stands in no address.
"""

from collections.abc import Mapping
from typing import TypeVar
from uuid import UUID

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Body, Query, Router

from amparo.directory.api.asked import Places, Searched, Terms
from amparo.directory.api.pages import Page, page_of
from amparo.directory.api.problems import LISTED, NAMED
from amparo.directory.hsds import taxonomies as lists
from amparo.directory.hsds.organizations import organization
from amparo.directory.hsds.places import brief, service_at_location
from amparo.directory.hsds.queries import organisations, says, service_places
from amparo.directory.hsds.shapes import Organization, ServiceAtLocation, Taxonomy, TaxonomyTerm
from amparo.directory.models import Location

Thing = TypeVar("Thing")
router = Router()


@router.get("/organizations", response={200: Page[Organization], **LISTED})
def organizations(request: HttpRequest, asked: Query[Searched]) -> Page[Organization]:
    """The organisations that run a service."""
    rows = organisations().filter(says(asked.search, "name"))
    return page_of(rows, asked, organization)


@router.post("/organizations", response={200: Page[Organization], **LISTED})
def search_organizations(request: HttpRequest, asked: Body[Searched]) -> Page[Organization]:
    """The same, asked in a body."""
    return organizations(request, asked)


@router.get("/organizations/{id}", response={200: Organization, **NAMED})
def one_organization(request: HttpRequest, id: UUID) -> Organization:
    return organization(get_object_or_404(organisations(), pk=id))


@router.get("/service_at_locations", response={200: Page[ServiceAtLocation], **LISTED})
def service_at_locations(request: HttpRequest, asked: Query[Places]) -> Page[ServiceAtLocation]:
    """Where services are; of a confidential one, its region."""
    rows = service_places().filter(says(asked.search, "name", before="service__"))
    if asked.organization_id:
        rows = rows.filter(service__unit__organisation=asked.organization_id)
    return page_of(rows, asked, _place if asked.full else brief)


@router.post("/service_at_locations", response={200: Page[ServiceAtLocation], **LISTED})
def search_service_at_locations(
    request: HttpRequest, asked: Body[Places]
) -> Page[ServiceAtLocation]:
    """The same, asked in a body."""
    return service_at_locations(request, asked)


@router.get("/service_at_locations/{id}", response={200: ServiceAtLocation, **NAMED})
def one_service_at_location(request: HttpRequest, id: UUID) -> ServiceAtLocation:
    return _place(get_object_or_404(service_places(), pk=id))


def _place(row: Location) -> ServiceAtLocation:
    return service_at_location(row, row.service.unit.organisation)


@router.get("/taxonomies", response={200: Page[Taxonomy], **LISTED})
def taxonomies(request: HttpRequest, asked: Query[Searched]) -> Page[Taxonomy]:
    """The code lists from which a service's attributes come."""
    found = map(lists.taxonomy, lists.NAMES)
    named = [each for each in found if asked.search.casefold() in each["name"].casefold()]
    return page_of(named, asked, lambda each: each)


@router.post("/taxonomies", response={200: Page[Taxonomy], **LISTED})
def search_taxonomies(request: HttpRequest, asked: Body[Searched]) -> Page[Taxonomy]:
    """The same, asked in a body."""
    return taxonomies(request, asked)


@router.get("/taxonomies/{id}", response={200: Taxonomy, **NAMED})
def one_taxonomy(request: HttpRequest, id: UUID) -> Taxonomy:
    return lists.taxonomy(_known(lists.taxonomies(), id))


@router.get("/taxonomy_terms", response={200: Page[TaxonomyTerm], **LISTED})
def taxonomy_terms(request: HttpRequest, asked: Query[Terms]) -> Page[TaxonomyTerm]:
    """The codes of those lists, each with the id by which services are asked for."""
    found = [lists.term(name, code) for name, code in lists.terms().values()]
    named = [each for each in found if asked.search.casefold() in each["name"].casefold()]
    if asked.taxonomy_id:
        named = [each for each in named if each["taxonomy_id"] == asked.taxonomy_id]
    return page_of(named, asked, lambda each: each)


@router.post("/taxonomy_terms", response={200: Page[TaxonomyTerm], **LISTED})
def search_taxonomy_terms(request: HttpRequest, asked: Body[Terms]) -> Page[TaxonomyTerm]:
    """The same, asked in a body."""
    return taxonomy_terms(request, asked)


@router.get("/taxonomy_terms/{id}", response={200: TaxonomyTerm, **NAMED})
def one_taxonomy_term(request: HttpRequest, id: UUID) -> TaxonomyTerm:
    return lists.in_full(*_known(lists.terms(), id))


def _known(found: Mapping[UUID, Thing], id: UUID) -> Thing:
    if id not in found:
        raise Http404
    return found[id]
