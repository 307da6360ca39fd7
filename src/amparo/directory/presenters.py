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
from amparo.directory.models import Location, Service
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


def freshness(service: Service, now: datetime) -> str:
    """How old the number of places is: who reads it decides whether to call first."""
    if service.places_updated_at is None:
        return _("not updated yet: call first")
    passed = {"passed": timesince(service.places_updated_at, now, depth=1)}
    if service.is_stale_at(now):
        return _("not confirmed for %(passed)s: call first") % passed
    return _("updated %(passed)s ago") % passed


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
        Row(_("Opening hours"), opening(service)),
        Row(_("Region"), regions.label(service.region)),
        *(Row(_("Address"), address(place)) for place in service.locations.all()),
        Row(_("Telephone"), tokens.call(service.phone) if service.phone else _("not known")),
        *accreditations.rows(service),
    ]


def address(place: Location) -> str:
    """Of a confidential one nothing: whoever may know it opens it by itself."""
    if place.confidential:
        return _("Confidential: it is shown only to units that the house has told.")
    town = " ".join(part for part in (place.postal_code, place.city) if part)
    return ", ".join(part for part in (place.address, town) if part) or _("not known")


@dataclass(frozen=True)
class Counter:
    """A provider's own service with its two buttons and its form. `key` is the buttons' key."""

    service: Service
    freshness: str
    form: PlacesForm
    key: UUID = field(default_factory=uuid4)


def counter(service: Service, now: datetime) -> Counter:
    # Several forms stand on one page: each has its own ids.
    form = PlacesForm(service=service, auto_id=f"id_{service.slug}_%s")
    return Counter(service, freshness(service, now), form)
