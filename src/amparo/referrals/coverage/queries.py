"""What is asked for where, beside what stands there."""

from collections import Counter
from dataclasses import dataclass
from itertools import product

from django.db.models import Count

from amparo.directory.coverage.queries import Cell, Tally, from_elsewhere, standing_there
from amparo.directory.queries import ServiceQuerySet
from amparo.people.codes import listed
from amparo.people.country import country
from amparo.referrals.coverage.rules import Verdict, verdict
from amparo.referrals.queries import NeedQuerySet


@dataclass(frozen=True)
class Square:
    """One kind of service in one region. `elsewhere`: services that stand in another region and
    work for this one; they close no gap, for the way to them may be what is missing."""

    kind: str
    region: str
    there: Tally
    elsewhere: int
    asked: int

    @property
    def verdict(self) -> Verdict:
        return verdict(self.there, self.asked)


def squares(services: ServiceQuerySet, needs: NeedQuerySet) -> list[Square]:
    """Every kind in every region of the country, in the order of its lists."""
    kinds, regions = listed("services").codes, country().regions
    there, elsewhere = standing_there(services), from_elsewhere(services, regions)
    asked = asked_for(needs)
    return [
        Square(*cell, there.get(cell, Tally()), elsewhere[cell], asked[cell])
        for cell in product(kinds, regions)
    ]


def asked_for(needs: NeedQuerySet) -> Counter[Cell]:
    rows = needs.order_by().values_list("kind", "region").annotate(Count("pk"))
    return Counter({(kind, region): asked for kind, region, asked in rows})
