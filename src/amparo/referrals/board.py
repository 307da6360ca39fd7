"""The board: every need stands in one column, by what has been asked and answered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.cases.counting import capped
from amparo.methods import clock
from amparo.people.models import User
from amparo.referrals.models import Need
from amparo.referrals.queries import NeedQuerySet, needs_for

CARDS = 20
PLACED_SHOWN_FOR = timedelta(days=7)


class Column(models.TextChoices):
    UNASKED = "unasked", _("No service asked yet")
    REFUSED = "refused", _("Declined or recalled")
    WAITING = "waiting", _("Waiting for an answer")
    PLACED = "placed", _("Accepted this week")


IN_COLUMN: Mapping[Column, Callable[[NeedQuerySet], NeedQuerySet]] = {
    Column.UNASKED: NeedQuerySet.unasked,
    Column.REFUSED: NeedQuerySet.refused,
    Column.WAITING: NeedQuerySet.waiting,
    Column.PLACED: lambda needs: needs.met_since(clock.now() - PLACED_SHOWN_FOR),
}


@dataclass(frozen=True)
class Filled:
    """A column with its oldest needs; `total` counts those not shown too, up to a cap."""

    column: Column
    total: int
    needs: list[Need]

    @property
    def hidden(self) -> int:
        return self.total - len(self.needs)


def columns(user: User, chosen: Mapping[str, str]) -> list[Filled]:
    """`chosen` may narrow by column, region and kind."""
    needs = needs_for(user)
    if region := chosen.get("region"):
        needs = needs.in_region(region)
    if kind := chosen.get("kind"):
        needs = needs.of_kind(kind)
    wanted = [column for column in Column if chosen.get("column", column) == column]
    return [_fill(column, IN_COLUMN[column](needs)) for column in wanted]


def _fill(column: Column, needs: NeedQuerySet) -> Filled:
    total = capped(needs)
    return Filled(column, total, list(needs.oldest_first().with_offers()[:CARDS]))
