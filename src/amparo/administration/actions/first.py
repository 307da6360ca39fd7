"""The first accounts of a new bureau: two administrators, neither made by the other."""

from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.utils.translation import gettext as _

from amparo.access.standing import Refused
from amparo.audit.actions import record
from amparo.people.country import today
from amparo.people.models import Mandate, Membership, Organisation, Unit, User
from amparo.people.queries import people_with_mandate

AT_MOST = 2


@transaction.atomic
def first_administrator(*, email: str, given_name: str, family_name: str) -> tuple[User, str]:
    """The account with its token. Refused once there are two: from then on it takes two persons."""
    if people_with_mandate(Mandate.ADMINISTRATION).count() >= AT_MOST:
        raise Refused(_("There are two administrators: make further accounts on their pages."))
    if User.objects.filter(email__iexact=email).exists():
        raise Refused(_("There is an account with this address already."))
    user = User(email=email.lower(), given_name=given_name, family_name=family_name)
    user.set_unusable_password()
    user.save(force_insert=True)
    Membership.objects.create(user=user, unit=_unit(), since=today())
    record("made an account", by=user, thing=user)
    return user, default_token_generator.make_token(user)


def _unit() -> Unit:
    found = Unit.objects.with_mandate(Mandate.ADMINISTRATION).first()
    if found:
        return found
    house, _made = Organisation.objects.get_or_create(
        slug="bureau",
        defaults={"name_en": "National bureau", "name_fr": "Bureau national", "kind": "bureau"},
    )
    return Unit.objects.create(
        slug="accounts", organisation=house, name_en="Accounts", name_fr="Comptes",
        mandates=[Mandate.ADMINISTRATION],
    )  # fmt: skip
