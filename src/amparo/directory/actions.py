from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act, units_for
from amparo.access.standing import Refused, require, standing_of
from amparo.audit.actions import record
from amparo.directory.models import Service
from amparo.methods import clock
from amparo.people.models import User


@action
def set_places(service: Service, free: int, *, by: User) -> Service:
    """Say how many places are free now. Raises Refused where more than there are."""
    return _write(_locked(service, by=by), free, by=by)


@action
def count_places(service: Service, change: int, *, by: User) -> Service:
    """So many places more, or less, than stand there now, whoever else counts at this moment."""
    service = _locked(service, by=by)
    return _write(service, service.places_free + change, by=by)


def _locked(service: Service, *, by: User) -> Service:
    require(by, Act.KEEP_PLACES)
    service = Service.objects.select_for_update(of=("self",)).get(pk=service.pk)
    if service.unit_id not in units_for(standing_of(by), Act.KEEP_PLACES):
        raise Refused(_("This service is run by another unit."))
    return service


def _write(service: Service, free: int, *, by: User) -> Service:
    if free < 0:
        raise Refused(_("There is no place free that could be taken."))
    if free > service.places_total:
        raise Refused(
            _("This service has %(total)d places in all.") % {"total": service.places_total}
        )
    service.places_free, service.places_updated_at = free, clock.now()
    service.save(update_fields=["places_free", "places_updated_at"])
    record("set places", by=by, thing=service)
    return service
