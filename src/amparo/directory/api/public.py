"""The directory for everybody: HSDS 3.1 at /hsds/, without sign-in and without places."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Body, Query

from amparo.directory.api.asked import Services
from amparo.directory.api.common import router
from amparo.directory.api.interface import About, about, interface
from amparo.directory.api.pages import Page, page_of
from amparo.directory.api.problems import LISTED, NAMED
from amparo.directory.hsds import services as say
from amparo.directory.hsds.queries import has_any, has_code, published, says, with_parts
from amparo.directory.hsds.shapes import Service
from amparo.directory.hsds.taxonomies import taxonomies, terms
from amparo.directory.queries import ServiceQuerySet

api = interface(
    "hsds",
    "Directory of services",
    "Services for persons exploited or at risk, in the profile NRM-HSDS of HSDS 3.1. Of a"
    " confidential service the region and the telephone are shown, never where it is. No answer"
    " says how many places a service has.",
)
api.add_router("", router)


@api.get("/", response=About)
def root(request: HttpRequest) -> About:
    """Which standard this is, in which profile, and where it is described for programs."""
    return about(request, "hsds")


@api.get("/services", response={200: Page[Service], **LISTED})
def services(request: HttpRequest, asked: Query[Services]) -> Page[Service]:
    """The services that are offered, by name."""
    rows = _narrowed(published().filter(says(asked.search, "name", "description")), asked)
    if asked.organization_id:
        rows = rows.filter(unit__organisation=asked.organization_id)
    if asked.minimal:
        return page_of(rows, asked, say.minimal)
    if asked.full:
        return page_of(with_parts(rows), asked, say.in_full)
    return page_of(rows, asked, say.brief)


@api.post("/services", response={200: Page[Service], **LISTED})
def search_services(request: HttpRequest, asked: Body[Services]) -> Page[Service]:
    """The same, asked in a body."""
    return services(request, asked)


@api.get("/services/{id}", response={200: Service, **NAMED})
def one_service(request: HttpRequest, id: UUID) -> Service:
    return say.in_full(get_object_or_404(with_parts(published()), pk=id))


def _narrowed(rows: ServiceQuerySet, asked: Services) -> ServiceQuerySet:
    """By a code, or by any of a taxonomy; an id that is none of ours finds nothing."""
    if asked.taxonomy_term_id:
        named = terms().get(asked.taxonomy_term_id)
        rows = rows.filter(has_code(*named)) if named else rows.none()
    if asked.taxonomy_id:
        taxonomy = taxonomies().get(asked.taxonomy_id)
        rows = rows.filter(has_any(taxonomy)) if taxonomy else rows.none()
    return rows
