"""How a service is said: whom it takes, when, and how many places are free since when."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from django.urls import reverse
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amparo.design import tokens
from amparo.design.parts import Row, Task, Tone
from amparo.directory import accreditations, regions
from amparo.directory.forms import PlacesForm
from amparo.directory.models import Location, Service, Whereabouts
from amparo.people.codes import label

OLDEST, ADULT_FROM = 120, 18


def takes(service: Service) -> str:
    """Whom the service takes, in a few words."""
    words = [", ".join(label("sex", sex) for sex in service.sexes), ages(service)]
    if service.dependants:
        words.append(_("with dependants"))
    return " · ".join(words)


def ages(service: Service) -> str:
    low, high = service.age_min, service.age_max
    if low == 0 and high >= OLDEST:
        return _("any age")
    if high >= OLDEST:
        return _("from %(low)d years") % {"low": low}
    if low == 0:
        return _("up to %(high)d years") % {"high": high}
    return _("from %(low)d to %(high)d years") % {"low": low, "high": high}


def languages(codes: list[str]) -> str:
    return ", ".join(label("languages", code) for code in codes) or _("not known")


def places(service: Service) -> str:
    if service.places_free == 0:
        return _("No place free")
    free = ngettext(
        "%(free)d place free of %(total)d", "%(free)d places free of %(total)d", service.places_free
    )
    words = free % {"free": service.places_free, "total": service.places_total}
    if not service.places_held:
        return words
    return _("%(places)s, %(held)d held for somebody") % {
        "places": words, "held": min(service.places_held, service.places_free),
    }  # fmt: skip


def age(service: Service, now: datetime) -> str:
    """How old the number of places is."""
    if service.places_updated_at is None:
        return _("not updated yet")
    passed = {"passed": timesince(service.places_updated_at, now, depth=1)}
    if service.is_stale_at(now):
        return _("not confirmed for %(passed)s") % passed
    return _("updated %(passed)s ago") % passed


def freshness(service: Service, now: datetime) -> str:
    """The same for whoever seeks a place: whether to call first."""
    said = age(service, now)
    return _("%(age)s: call first") % {"age": said} if service.is_stale_at(now) else said


def tone(service: Service) -> Tone:
    """Of the badge that says how many places are free."""
    if not service.places_open:
        return "plain"
    return "warn" if service.is_stale else "good"


def opening(service: Service) -> str:
    if service.round_the_clock:
        return service.hours or _("Day and night")
    return service.hours or _("not known")


def in_list(service: Service, now: datetime) -> Task:
    about = (
        label("services", service.kind),
        regions.label(service.region),
        takes(service),
        freshness(service, now),
    )
    return Task(
        title=service.name,
        href=reverse("directory:detail", args=[service.slug]),
        note=" · ".join(about),
        state=places(service),
        tone=tone(service),
    )


def in_full(service: Service) -> list[Row]:
    return [
        Row(_("Kind of service"), label("services", service.kind)),
        Row(_("Run by"), f"{service.unit.name}, {service.unit.organisation.name}"),
        Row(_("Takes"), takes(service)),
        Row(_("Languages"), languages(service.languages)),
        *profile(service),
        Row(_("Opening hours"), opening(service)),
        Row(_("Region"), regions.label(service.region)),
        *(Row(_("Address"), words) for words in addresses(service)),
        Row(_("Telephone"), tokens.call(service.phone) if service.phone else _("not known")),
        *accreditations.rows(service),
    ]


def profile(service: Service) -> list[Row]:
    """What else it says of itself, as far as it says it."""
    said = (
        (_("Made for"), _labels("forms", service.forms)),
        (_("Usable for"), _labels("accessibility", service.accessibility)),
        (_("Works for"), ", ".join(regions.label(code) for code in service.serves)),
        (_("A place is"), label("capacity_units", service.capacity_unit)),
        (_("May not ask about"), _labels("not_asked", service.not_asked)),
    )
    return [Row(name, words) for name, words in said if words]


def _labels(name: str, codes: list[str]) -> str:
    return ", ".join(label(name, code) for code in codes)


def addresses(service: Service) -> list[str]:
    """Of a confidential house one sentence: whoever may know where it is opens that by itself."""
    if service.confidential:
        return [_("Confidential: it is shown only to units that the house has told.")]
    return [address(place) for place in service.locations.all()] or [_("not known")]


def address(place: Location) -> str:
    town = " ".join(part for part in (place.postal_code, place.city) if part)
    return ", ".join(part for part in (place.address, town) if part) or regions.label(place.region)


@dataclass(frozen=True)
class Counter:
    """A provider's own service with its two buttons and its form. `key` is the buttons' key."""

    service: Service
    age: str
    form: PlacesForm
    key: UUID = field(default_factory=uuid4)


def counter(service: Service, now: datetime) -> Counter:
    # Several forms stand on one page: each has its own ids.
    form = PlacesForm(service=service, auto_id=f"id_{service.slug}_%s")
    return Counter(service, age(service, now), form)


@dataclass(frozen=True)
class Placed:
    """One place of a service as its own people see it; `told`: how many other units know it."""

    location: Location
    words: str
    told: int | None
    key: UUID = field(default_factory=uuid4)


def placed(location: Location, known: Whereabouts | None) -> Placed:
    if not location.confidential:
        return Placed(location, address(location), None)
    region = {"region": regions.label(location.region)}
    if known is None or not known.sealed:
        return Placed(location, _("In %(region)s, and nothing more is written") % region, None)
    return Placed(location, _("Sealed, in %(region)s") % region, len(known.known_to))
