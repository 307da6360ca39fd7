"""A page of a dossier, and whoever looks at it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from amparo.access.policy import Standing
from amparo.cases.pages.deeds import FilePage
from amparo.cases.pages.parts import Reading
from amparo.justice.models import Dossier, OfDossier

# Which columns of which tables are sealed, each row with a key of its own.
Evidence = Mapping[type[OfDossier], tuple[str, ...]]


@dataclass(frozen=True)
class DossierPage(FilePage):
    """`evidence`: what is sealed on it. Nothing of it belongs to the person's file."""

    evidence: Evidence = field(default_factory=dict)

    @property
    def seals(self) -> bool:
        return bool(self.evidence)


@dataclass(frozen=True)
class DossierReader(Reading):
    """Whoever looks at a page of a dossier."""

    dossier: Dossier
    standing: Standing
    page: FilePage

    @property
    def about(self) -> Dossier:
        return self.dossier

    @property
    def writes(self) -> bool:
        return not self.dossier.erased
