"""The first wall: what is refused while a restriction stands, and what is told to the second."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext_lazy as _

from amparo.access.restriction.purposes import STILL
from amparo.access.restriction.queries import restriction_of
from amparo.access.standing import Refused

NOTHING_NEW = _(
    "The use of this file is restricted at the person's word: nothing new is shared or offered."
)
NOT_FOR_THIS = _(
    "The use of this file is restricted at the person's word: it opens only to keep the person"
    " safe, for a court or a duty in law, to correct it, or to show it to the person."
)


def refuse_if_restricted(case_id: UUID) -> None:
    """Before anything of a case goes to somebody new. Raises Refused."""
    if restriction_of(case_id):
        raise Refused(str(NOTHING_NEW))


@contextmanager
def guard(case_id: UUID, purpose: str) -> Iterator[None]:
    """Around each opening: refuse what must wait, and tell the database the purpose of the rest."""
    restricted = restriction_of(case_id) is not None
    if restricted and purpose not in STILL:
        raise Refused(str(NOT_FOR_THIS))
    if restricted:
        _tell(purpose)
    yield
    if restricted:
        _tell("")


def _tell(purpose: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('amparo.purpose', %s, true)", [purpose])
