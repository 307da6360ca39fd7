from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from amparo.access.policy import Standing
from amparo.access.standing import standing_of
from amparo.justice.queries import rows_of

if TYPE_CHECKING:
    from amparo.justice.models import Dossier, Offender
    from amparo.people.models import User


def offenders_of(dossier: Dossier) -> list[Offender]:
    """The first one first."""
    from amparo.justice.models import Offender

    return list(rows_of(Offender, dossier))


def offender_of(dossier: Dossier, pk: UUID) -> Offender | None:
    from amparo.justice.models import Offender

    return rows_of(Offender, dossier).filter(pk=pk).first()


def offender_open_to(user: User, reference: str, pseudonym: str) -> Offender | None:
    """By the dossier's reference and the word that it is spoken of by there."""
    from amparo.justice.models import Offender

    found = Offender.objects.visible_to(standing_of(user)).select_related("dossier")
    named = found.filter(dossier__reference=reference.strip().upper())
    return named.filter(pseudonym__iexact=pseudonym.strip()).first()


def taken_for(offender: Offender) -> set[UUID]:
    return set(offender.taken_for.values_list("other_id", flat=True))


def same_offenders(dossier: Dossier, standing: Standing) -> dict[UUID, list[Offender]]:
    """Those of other dossiers that the reader may see, by the offender of this one."""
    from amparo.justice.models import Offender, SameOffender

    pairs = rows_of(SameOffender, dossier).values_list("offender_id", "other_id")
    seen = Offender.objects.visible_to(standing).select_related("dossier")
    known = seen.in_bulk([other for _, other in pairs])
    found: dict[UUID, list[Offender]] = {}
    for offender, other in pairs:
        if other in known:
            found.setdefault(offender, []).append(known[other])
    return found
