"""The rows that the two APIs show, with all that one page of them says at hand."""

from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from amparo.directory.models import Location, Schedule, Service
from amparo.directory.queries import LocationQuerySet, ServiceQuerySet
from amparo.people.models import Organisation

# In which column of a service the codes of a taxonomy stand.
COLUMNS = {
    "sex": "sexes", "forms": "forms", "accessibility": "accessibility", "not_asked": "not_asked",
}  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """What a service should be and have for somebody; what is empty narrows nothing.

    `age`: in years.
    """

    kind: str = ""
    region: str = ""
    sex: str = ""
    form: str = ""
    age: int | None = None
    languages: tuple[str, ...] = ()
    accessibility: tuple[str, ...] = ()
    dependants: bool = False
    free: bool = False


def published() -> ServiceQuerySet:
    """Every service that is offered, by name; nobody counts its places."""
    return Service.objects.active().with_unit().order_by("name_en", "pk")


def with_parts(services: ServiceQuerySet) -> ServiceQuerySet:
    """Two questions more, however many services there are."""
    places = Location.objects.select_related("service").order_by("confidential", "city", "pk")
    hours = Schedule.objects.order_by("opens_at", "closes_at", "pk")
    return services.prefetch_related(Prefetch("locations", places), Prefetch("schedules", hours))


def organisations() -> QuerySet[Organisation]:
    """Those that run a service which is offered."""
    running = Service.objects.active().values("unit__organisation")
    return Organisation.objects.filter(pk__in=running).order_by("name_en", "pk")


def service_places() -> LocationQuerySet:
    known = Location.objects.filter(service__active=True)
    return known.select_related("service__unit__organisation").order_by("service__name_en", "pk")


def says(text: str, *fields: str, before: str = "") -> Q:
    """Whether one of the fields, in either language, has the text in it."""
    found = Q()
    for field in fields:
        for tongue in ("en", "fr"):
            found |= Q(**{f"{before}{field}_{tongue}__icontains": text})
    return found


def has_code(taxonomy: str, code: str) -> Q:
    """Whether a service has the code of that taxonomy among its attributes."""
    if taxonomy == "services":
        return Q(kind=code)
    if taxonomy == "dependants":
        return Q(dependants=True)
    return Q(**{f"{COLUMNS[taxonomy]}__contains": [code]})


def has_any(taxonomy: str) -> Q:
    if taxonomy == "services":
        return Q()
    if taxonomy == "dependants":
        return Q(dependants=True)
    return ~Q(**{COLUMNS[taxonomy]: []})


def fitting(services: ServiceQuerySet, wanted: Wanted) -> ServiceQuerySet:
    """Those that take somebody, in the order in which one would telephone."""
    rows = services.free_first()
    if wanted.kind:
        rows = rows.of_kind(wanted.kind)
    if wanted.sex:
        rows = rows.taking(wanted.sex)
    if wanted.dependants:
        rows = rows.taking_dependants()
    if wanted.free:
        rows = rows.with_places()
    return rows.filter(_place_and_person(wanted))


def _place_and_person(wanted: Wanted) -> Q:
    """A service that names no region, or no form of exploitation, is there for all of them."""
    fits = Q()
    if wanted.region:
        fits &= Q(region=wanted.region) | Q(serves=[]) | Q(serves__contains=[wanted.region])
    if wanted.form:
        fits &= Q(forms=[]) | Q(forms__contains=[wanted.form])
    if wanted.age is not None:
        fits &= Q(age_min__lte=wanted.age, age_max__gte=wanted.age)
    if wanted.languages:
        fits &= Q(languages__overlap=list(wanted.languages))
    if wanted.accessibility:
        fits &= Q(accessibility__contains=list(wanted.accessibility))
    return fits
