"""What a file holds, looked up once by whoever shows the whole of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from amparo.cases.queries import kinds_of
from amparo.vault.queries import certificates

if TYPE_CHECKING:
    from django.db.models import Model

    from amparo.cases.models import Case
    from amparo.vault.models import Certificate


@dataclass(frozen=True)
class Glance:
    """`kinds`: the tables with a row of this file; `certificate`: that of its erasure."""

    kinds: frozenset[str]
    certificate: Certificate | None

    def lacks(self, model: type[Model]) -> bool:
        """Whether no row of that kind was ever written in this file."""
        return getattr(model, "noted", False) and model._meta.db_table not in self.kinds


def glanced(case: Case) -> Case:
    """The same case, which from here on asks only for what it has: nothing may be written then."""
    case.glance = Glance(kinds_of(case), certificates().of_case(case.pk).first())
    return case


def erased(case: Case) -> Certificate | None:
    """The certificate of a file whose keys are gone: it is looked at, and nothing is added."""
    if case.glance is not None:
        return case.glance.certificate
    return certificates().of_case(case.pk).first()
