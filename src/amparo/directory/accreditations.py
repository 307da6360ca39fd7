"""How long a service is accredited, and who has verified when that what is said of it is so."""

from django.utils.translation import gettext as _

from amparo.design import tokens
from amparo.design.parts import Row, Tone
from amparo.directory.models import Service
from amparo.people.country import today


def said(service: Service) -> str:
    """Its end in words; nothing where none is known."""
    until = service.accredited_until
    if until is None:
        return ""
    day = {"day": tokens.day_in_words(until)}
    if has_ended(service):
        return _("Accreditation ended on %(day)s") % day
    return _("Accredited until %(day)s") % day


def has_ended(service: Service) -> bool:
    """The last day still counts."""
    return service.accredited_until is not None and service.accredited_until < today()


def tone(service: Service) -> Tone:
    return "danger" if has_ended(service) else "good"


def rows(service: Service) -> list[Row]:
    found = [Row(_("Accreditation"), said(service))] if service.accredited_until else []
    if service.verified_on or service.assurer:
        found.append(Row(_("Verified"), _verified(service)))
    return found


def _verified(service: Service) -> str:
    if not service.verified_on:
        return _("by %(assurer)s") % {"assurer": service.assurer}
    day = tokens.day_in_words(service.verified_on)
    if not service.assurer:
        return _("on %(day)s") % {"day": day}
    return _("on %(day)s by %(assurer)s") % {"day": day, "assurer": service.assurer}
