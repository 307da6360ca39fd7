from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.db import transaction

from amparo.accounts.models import UsedCode
from amparo.people.models import User


@transaction.atomic
def use_up(code: str, *, secret: str, by: User) -> bool:
    """Whether the code of `secret` is used for the first time; from now on it is used.

    The library remembers a code for one half minute in one process, while it may count for three.
    """
    counters = list(yield_hotp_counters_from_time())
    UsedCode.objects.filter(user=by, counter__lt=min(counters)).delete()
    typed = "".join(code.split())
    meant = [each for each in counters if format_hotp_value(hotp_value(secret, each)) == typed]
    first = [_first_time(each, by) for each in meant]  # each is marked, whatever the others say
    return bool(first) and all(first)


def _first_time(counter: int, by: User) -> bool:
    """Two requests with one code: the second waits for the first, then finds the row."""
    return UsedCode.objects.get_or_create(user=by, counter=counter)[1]
