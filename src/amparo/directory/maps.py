"""Services by region: a map of areas that is drawn on the server, and the table of the same.

A map shows areas and never a point: where a house is stands on none (S1 ¶11).
"""

from dataclasses import dataclass
from functools import cache

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amparo.directory import regions
from amparo.directory.queries import ServiceQuerySet
from amparo.methods.outlines import Drawn, Outline, Sheet, drawn
from amparo.people.country import country
from amparo.vocab.areas import Rings

# How full of services an area is drawn: so many and more of them. The number stands in it too.
STEPS = ((0, "none"), (1, "few"), (3, "some"), (6, "many"))


@dataclass(frozen=True)
class Area:
    """One region. `drawn` is None where the pack has no outline of it."""

    name: str
    services: int
    with_place: int
    href: str
    chosen: bool
    drawn: Drawn | None

    @property
    def step(self) -> str:
        return [name for least, name in STEPS if self.services >= least][-1]

    @property
    def words(self) -> str:
        """The whole of it in a sentence, for whoever cannot see the colour."""
        said = ngettext("%(n)d service", "%(n)d services", self.services)
        return _("%(region)s: %(services)s, %(free)d with a place free") % {
            "region": self.name, "services": said % {"n": self.services}, "free": self.with_place,
        }  # fmt: skip


@dataclass(frozen=True)
class Map:
    areas: list[Area]
    sheet: Sheet | None

    @property
    def shown(self) -> bool:
        return self.sheet is not None


def of_services(services: ServiceQuerySet, asked: QueryDict) -> Map:
    """By region what the list would show without its region; each leads to the list of its own."""
    counted, sheet = services.by_region(), _sheet()
    outlines = sheet.areas if sheet else {}
    areas = [
        Area(
            name=regions.label(code),
            services=counted.get(code, (0, 0))[0],
            with_place=counted.get(code, (0, 0))[1],
            href=_only(asked, code),
            chosen=asked.get("region") == code,
            drawn=outlines.get(code),
        )
        for code in country().regions
    ]
    return Map(areas, sheet)


def _only(asked: QueryDict, code: str) -> str:
    rest = asked.copy()
    rest.pop("page", None)
    rest["region"] = code
    return f"{reverse('directory:list')}?{rest.urlencode()}"


def _sheet() -> Sheet | None:
    areas = country().areas
    return _drawn(tuple(areas.items())) if areas else None


@cache
def _drawn(areas: tuple[tuple[str, Rings], ...]) -> Sheet:
    return drawn({code: Outline(rings) for code, rings in areas})
