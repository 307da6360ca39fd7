"""Which pages a dossier has: each room brings its own when the product starts."""

from collections.abc import Callable
from dataclasses import dataclass

from amparo.design.parts import Row
from amparo.justice.dossiers.pages import DossierPage
from amparo.justice.models import Dossier

# What a page says of itself on the dossier, in a row or two.
Summary = Callable[[Dossier], list[Row]]


@dataclass(frozen=True)
class Shown:
    page: DossierPage
    summary: Summary


_pages: list[Shown] = []


def register(page: DossierPage, *, summary: Summary) -> None:
    _pages.append(Shown(page, summary))


def shown() -> list[Shown]:
    return list(_pages)
