"""Where services are, and who may know it of a confidential one."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act, units_for
from amparo.access.standing import Refused, require, standing_of
from amparo.audit.actions import record
from amparo.directory.models import Location, Service, Whereabouts
from amparo.people.models import User
from amparo.vault.actions import make_key_for, open_sealed
from amparo.vault.cipher import CannotOpen
from amparo.vault.models import Compartment

TOLD_WHERE = "where the house is"


@dataclass(frozen=True)
class Where:
    """A place as somebody writes it down; degrees of WGS 84, or None where nobody measured."""

    region: str
    address: str = ""
    city: str = ""
    postal_code: str = ""
    latitude: float | None = None
    longitude: float | None = None

    def in_one_line(self) -> str:
        """All of it, for the one sealed text; a point as degrees with a full stop."""
        town = " ".join(part for part in (self.postal_code, self.city) if part)
        point = "" if self.latitude is None else f"{self.latitude:.5f}, {self.longitude:.5f}"
        return " · ".join(part for part in (self.address, town, point) if part)


@action
def add_location(service: Service, where: Where, *, by: User) -> Location:
    """A further place of a service; of a confidential one nothing but the region stays readable."""
    require_own(service, by=by)
    return place_at(service, where, by=by)


def place_at(service: Service, where: Where, *, by: User) -> Location:
    if not service.confidential:
        row = Location(service=service, unit_id=service.unit_id, **vars(where))
        row.save(force_insert=True)
    else:
        row = _hidden(service, where, by=by)
    record("wrote where a service is", by=by, thing=row)
    return row


def _hidden(service: Service, where: Where, *, by: User) -> Location:
    row = Location(
        id=uuid4(), service=service, unit_id=service.unit_id, region=where.region,
        confidential=True,
    )  # fmt: skip
    row.save(force_insert=True)
    # The row stands before its key: the wall of the keys asks whose place it is.
    known = Whereabouts(location=row, unit_id=service.unit_id)
    known.save(force_insert=True)
    if text := where.in_one_line():
        make_key_for(row.pk, Compartment.PLACE, row, by=by).write(known, "sealed", text)
        known.save(update_fields=["sealed"])
    return row


@action
def remove_location(location: Location, *, by: User) -> None:
    require_own(location.service, by=by)
    record("removed where a service was", by=by, thing=location)
    location.delete()


@action
def tell_where(place: Whereabouts, units: Iterable[UUID], *, by: User) -> Whereabouts:
    """Say which other units may know where a confidential place is, all of them anew."""
    require_own(place.location.service, by=by)
    place.known_to = sorted(set(units) - {place.unit_id})
    place.save(update_fields=["known_to"])
    record("said who may know where", by=by, thing=place.location)
    return place


@action
def open_where(place: Whereabouts, *, by: User) -> str:
    """The address of a confidential place, to whom it is known. Raises Refused."""
    require_known(place, by=by)
    try:
        opened = open_sealed(
            place.pk, Compartment.PLACE, by=by, purpose=TOLD_WHERE, thing=place.location
        )
        return opened.read(place, "sealed")
    except CannotOpen as error:
        raise Refused(_("The address cannot be opened now. Telephone the house.")) from error


def require_known(place: Whereabouts, *, by: User) -> None:
    require(by, Act.SEE_SERVICES)
    if standing_of(by).units.isdisjoint({place.unit_id, *place.known_to}):
        raise Refused(_("Your unit was not told where this house is. Telephone it."))


def require_own(service: Service, *, by: User) -> None:
    require(by, Act.KEEP_PLACES)
    if service.unit_id not in units_for(standing_of(by), Act.KEEP_PLACES):
        raise Refused(_("This service is run by another unit."))
