"""Who was turned away goes into the log, whether the thing exists or not (ASVS 16.3.2).

A refusal rolls back what the request had done; its row is written after that, in a transaction of
its own. The same one row is written for what is absent and for what is forbidden.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from amparo.access.acting import acting_as
from amparo.access.policy import ON_A_CASE, Act
from amparo.access.views import REFUSED
from amparo.audit.actions import Stored, record
from amparo.audit.models import Decision
from amparo.audit.names import Name, case_named, name_of
from amparo.people.models import User


@contextmanager
def written_down(act: Act, asked: Mapping[str, object], *, by: User) -> Iterator[None]:
    """`asked`: what the address names. That a public page is not there is nobody's refusal."""
    try:
        yield
    except PermissionDenied:
        refused(act, asked, by=by)
        raise
    except Http404:
        if act in ON_A_CASE:
            refused(act, asked, by=by)
        raise


def refused(act: Act, asked: Mapping[str, object], *, by: User) -> None:
    """A reference typed into an address is kept as a number only: it may be anything."""
    reference = asked.get("reference")
    case = case_named(reference) if isinstance(reference, str) else None
    with acting_as(by):
        record(
            REFUSED, by=by, case=case, thing=_thing(asked), purpose=act, decision=Decision.DENY
        )  # fmt: skip


def _thing(asked: Mapping[str, object]) -> Stored | None:
    for value in asked.values():
        if isinstance(value, UUID):
            return Name(value)
    reference = asked.get("reference")
    return name_of(reference) if isinstance(reference, str) else None
