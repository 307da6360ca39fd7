"""The directory for whoever works here: the same and how many places there are, at /api/.

A need is searched for by POST alone: it stands in no address, and so in no log and no history.
"""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Body, Query

from amparo.directory.api.asked import Listed, Needs
from amparo.directory.api.common import router
from amparo.directory.api.interface import About, about, interface
from amparo.directory.api.pages import Page, page_of
from amparo.directory.api.problems import LISTED, NAMED, NoSuchCode
from amparo.directory.hsds import services as say
from amparo.directory.hsds.queries import fitting, published, says, with_parts
from amparo.directory.hsds.shapes import OwnService
from amparo.directory.queries import ServiceQuerySet
from amparo.people.codes import listed
from amparo.people.country import country

LISTS = {
    "kind": "services", "sex": "sex", "languages": "languages", "accessibility": "accessibility",
    "form": "forms",
}  # fmt: skip
api = interface(
    "api",
    "Services and their places",
    "The directory in the profile NRM-HSDS of HSDS 3.1, with the places that are free, for whoever"
    " may see services here: by the session of a signed-in person. A POST carries the token of a"
    " form of ours in the header X-CSRFToken. Where a confidential service is stands in no answer.",
)
# Over plain HTTP, in the demonstration, the cookie is called `session`.
api.schemes = {
    "session": {"type": "apiKey", "in": "cookie", "name": "__Host-session"},
    "token": {"type": "apiKey", "in": "header", "name": "X-CSRFToken"},
}
api.add_router("", router)


@api.get("/", response=About)
def root(request: HttpRequest) -> About:
    """Which standard this is, in which profile, and where it is described for programs."""
    return about(request, "api")


@api.get("/services", response={200: Page[OwnService], **LISTED})
def services(request: HttpRequest, asked: Query[Listed]) -> Page[OwnService]:
    """The services that are offered, those with a place free first."""
    return _page(published().free_first(), asked)


@api.post("/services", response={200: Page[OwnService], **LISTED})
def search_services(request: HttpRequest, asked: Body[Needs]) -> Page[OwnService]:
    """The services that take somebody, those with a place free first."""
    _refuse_unknown(asked)
    rows = fitting(published(), asked.wanted())
    return _page(rows.filter(says(asked.search, "name", "description")), asked)


@api.get("/services/{id}", response={200: OwnService, **NAMED})
def one_service(request: HttpRequest, id: UUID) -> OwnService:
    return say.own_in_full(get_object_or_404(with_parts(published().with_held()), pk=id))


def _page(rows: ServiceQuerySet, asked: Listed) -> Page[OwnService]:
    if asked.organization_id:
        rows = rows.filter(unit__organisation=asked.organization_id)
    if asked.minimal:
        return page_of(rows, asked, say.own_minimal)
    if asked.full:
        return page_of(with_parts(rows), asked, say.own_in_full)
    return page_of(rows, asked, say.own_brief)


def _refuse_unknown(asked: Needs) -> None:
    """A code that no list has would find nothing, and nobody would know why."""
    if asked.region and asked.region not in country().regions:
        raise NoSuchCode("region")
    for field, name in LISTS.items():
        value = getattr(asked, field)
        codes = value if isinstance(value, list) else [value]
        if any(code and code not in listed(name) for code in codes):
            raise NoSuchCode(field)
