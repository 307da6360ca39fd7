from django.utils.text import slugify
from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require
from amparo.audit.actions import record
from amparo.people.models import Mandate, Organisation, Unit, User


@action
def make_organisation(*, by: User, name_en: str, name_fr: str, kind: str) -> Organisation:
    require(by, Act.KEEP_ACCOUNTS)
    slug = _slug(name_en, set(Organisation.objects.values_list("slug", flat=True)))
    made = Organisation.objects.create(slug=slug, name_en=name_en, name_fr=name_fr, kind=kind)
    record("made an organisation", by=by, thing=made)
    return made


@action
def make_unit(
    organisation: Organisation, *, by: User, name_en: str, name_fr: str, mandates: list[str]
) -> Unit:
    """A mandate gives nobody a right yet: that takes a place in the unit, and two persons."""
    require(by, Act.KEEP_ACCOUNTS)
    if Mandate.ADMINISTRATION in mandates and len(mandates) > 1:
        raise Refused(_("A unit that keeps the accounts has no other mandate."))
    slug = _slug(name_en, set(Unit.objects.values_list("slug", flat=True)))
    made = Unit.objects.create(
        slug=slug, organisation=organisation, name_en=name_en, name_fr=name_fr, mandates=mandates
    )
    record("made a unit", by=by, thing=made)
    return made


def _slug(name: str, taken: set[str]) -> str:
    base = slugify(name)[:70] or "unit"
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (base, *numbered) if slug not in taken)
