from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.standing import Refused
from amparo.audit.actions import record
from amparo.directory.actions.locations import require_own
from amparo.directory.models import Hold, Service
from amparo.directory.queries import holds
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
    require_own(service, by=by)
    return Service.objects.select_for_update(of=("self",)).get(pk=service.pk)


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


def hold_place(service: Service, holder: UUID, until: datetime, *, places: int = 1) -> Hold:
    """Keep free places for one who asked. Raises Refused where fewer are free and not held."""
    service = Service.objects.select_for_update(of=("self",)).get(pk=service.pk)
    let_go(holder)
    _refuse_if_held(service, holder, places)
    return Hold.objects.create(service=service, holder=holder, until=until, places=places)


def take_place(service: Service, holder: UUID, *, places: int = 1) -> None:
    """So many places less, those held for `holder` before any other. Raises Refused."""
    service = Service.objects.select_for_update(of=("self",)).get(pk=service.pk)
    _refuse_if_held(service, holder, places)
    let_go(holder)
    service.places_free, service.places_updated_at = service.places_free - places, clock.now()
    service.save(update_fields=["places_free", "places_updated_at"])


def let_go(holder: UUID) -> bool:
    """Whether a place was held for it."""
    now = clock.now()
    live = holds().of(holder).live(now).exists()
    holds().of(holder).filter(ended_at=None).update(ended_at=now)
    return live


def _refuse_if_held(service: Service, holder: UUID, places: int) -> None:
    """Under the lock of the service: of all who ask at once one goes on, the others are told."""
    live = holds().live(clock.now()).filter(service=service)
    mine, others = live.of(holder).first(), live.exclude(holder=holder)
    if mine:  # where fewer places are free than are held, who held first goes first
        others = others.filter(until__lt=mine.until)
    if service.places_free < 1:
        raise Refused(_("There is no place free any more. Set the places, or decline."))
    if service.places_free < places:
        raise Refused(
            _("Fewer than the %(places)d places that the family needs are free.")
            % {"places": places}
        )
    if service.places_free - places < others.places():
        until = others.earliest("until").until
        sentence = (
            _("Every free place is held for somebody else until %(time)s.")
            if places == 1
            else _("Too few places are left for the family: others are held until %(time)s.")
        )
        raise Refused(sentence % {"time": time_format(timezone.localtime(until))})


def note_answers(service: Service, *, asked: int, in_time: int) -> None:
    """How it has answered lately: of so many offers, so many within their clock."""
    Service.objects.filter(pk=service.pk).update(asked_lately=asked, in_time_lately=in_time)


def note_silence(service: Service) -> None:
    """One more offer that it left unanswered. Whoever writes the same row now counts it anew."""
    rows = Service.objects.select_for_update(of=("self",), skip_locked=True).filter(pk=service.pk)
    if row := rows.first():
        row.asked_lately += 1
        row.save(update_fields=["asked_lately"])
