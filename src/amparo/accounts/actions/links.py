from django.db import IntegrityError, transaction

from amparo.accounts.models import Link
from amparo.audit.actions import record
from amparo.people.models import User


def link(issuer: str, subject: str, *, by: User) -> bool:
    """Whether it is theirs now: an account there is one person here while it is linked."""
    try:
        with transaction.atomic():
            made = Link.objects.create(user=by, issuer=issuer, subject=subject)
            record("linked a single sign-on", by=by, purpose=str(made.pk))
    except IntegrityError:
        return Link.objects.filter(user=by, issuer=issuer, subject=subject).exists()
    return True


@transaction.atomic
def unlink(pk: int, *, by: User) -> None:
    found, _each = Link.objects.filter(user=by, pk=pk).delete()
    if found:
        record("unlinked a single sign-on", by=by, purpose=str(pk))
