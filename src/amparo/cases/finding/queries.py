from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q

from amparo.access.standing import standing_of
from amparo.cases.queries import IdentityScoped, PersonQuerySet

if TYPE_CHECKING:
    from amparo.cases.finding.models import BlindIndex  # noqa: F401  named in a base class
    from amparo.cases.models import Case
    from amparo.people.models import User
    from amparo.vault.blind import Indexed


class BlindIndexQuerySet(IdentityScoped["BlindIndex"]):
    def of(self, case: Case) -> BlindIndexQuerySet:
        return self.filter(case=case)

    def with_digests(self, digests: Mapping[Indexed, set[bytes]]) -> BlindIndexQuerySet:
        wanted = Q(pk__in=())
        for what, values in digests.items():
            wanted |= Q(what=what, digest__in=values)
        return self.filter(wanted)


def indexes_of(case: Case) -> Mapping[Indexed, set[bytes]]:
    """What this case's own person is found by."""
    from amparo.cases.finding.models import BlindIndex
    from amparo.vault.blind import Indexed

    found: dict[Indexed, set[bytes]] = {what: set() for what in Indexed}
    for row in BlindIndex.objects.of(case):
        found[Indexed(row.what)].add(bytes(row.digest))
    return found


def persons_openable_by(user: User) -> PersonQuerySet:
    from amparo.cases.models import Person

    return Person.objects.openable_to(standing_of(user))


def indexed_as(digests: Mapping[Indexed, set[bytes]], user: User) -> list[tuple[UUID, str]]:
    """Cases whose identity `user` may open and that have one of these digests, with which kind."""
    from amparo.cases.finding.models import BlindIndex

    rows = BlindIndex.objects.openable_to(standing_of(user)).with_digests(digests)
    return list(rows.order_by("case__reference", "what").values_list("case_id", "what").distinct())
