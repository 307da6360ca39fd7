"""The organisation whose unit runs a service."""

from django.utils.translation import gettext as _

from amparo.directory import regions
from amparo.directory.hsds.shapes import Organization
from amparo.people.models import Organisation


def organization(row: Organisation) -> Organization:
    return {"id": row.pk, "name": row.name, "description": _description(row)}


def _description(row: Organisation) -> str:
    """The standard wants one of everybody; we keep of an organisation its name and its region."""
    if row.region:
        region = {"region": regions.label(row.region)}
        return _("Part of the national referral mechanism, in %(region)s.") % region
    return _("Part of the national referral mechanism.")
