from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models import (
    Count,
    Exists,
    Min,
    OuterRef,
    Q,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce

from amparo.cases.counting import Median
from amparo.figures.non_punishment import dimensions
from amparo.figures.tables import ALL, THRESHOLD, Cell, protected
from amparo.methods import clock

if TYPE_CHECKING:
    from amparo.cases.models import Case
    from amparo.figures.models import Fact
    from amparo.methods.disclosure import Published


class FactQuerySet(models.QuerySet["Fact"]):
    def of_years(self, years: Iterable[int]) -> FactQuerySet:
        return self.filter(year__in=list(years))

    def years(self) -> list[int]:
        """Years in which a file was opened, the newest first."""
        return list(self.order_by("-year").values_list("year", flat=True).distinct())

    def counts(self) -> dict[int, Counter[Cell]]:
        """Per year, how many files by (form, sex, age); cells without a file are left out."""
        counts: dict[int, Counter[Cell]] = defaultdict(Counter)
        rows = self.order_by().values_list("year", "form", "sex", "age").annotate(Count("pk"))
        for year, form, sex, age, files in rows:
            counts[year][form, sex, age] = files
        return dict(counts)

    def alleged(self) -> dict[int, Counter[Cell]]:
        """Per year, how many persons by (outcome, sex, age) acts were alleged against."""
        counts: dict[int, Counter[Cell]] = defaultdict(Counter)
        rows = self.exclude(alleged_year=None).order_by()
        cells = rows.values_list("alleged_year", "allegation_outcome", "sex", "age")
        for year, outcome, sex, age, persons in cells.annotate(Count("pk")):
            counts[year][outcome, sex, age] = persons
        return dict(counts)

    def asked_for(self) -> Counter[int]:
        """Per year, for how many of them an office was asked."""
        rows = self.filter(asked=True).order_by().values_list("alleged_year")
        return Counter(dict(rows.annotate(Count("pk"))))

    def summary(self) -> dict[str, int | float | None]:
        """How many files, referred and placed, and the median minutes to a place."""
        return self.aggregate(
            files=Count("pk"),
            referred=Count("pk", filter=Q(referred=True)),
            placed=Count("minutes_to_place"),
            median=Median("minutes_to_place"),
        )


@dataclass(frozen=True)
class Answer:
    """What may be said in one line to S0 ¶5. None: not shown, or there is nothing to tell yet.

    `files` adds the years whose total the yearly tables show, and no other, so that it gives
    away no total that they hide; the rest is of the same files. `referred` is not shown where it,
    or those not referred, are fewer than five and not none; the median not of fewer than five.
    """

    files: int | None
    referred: int | None
    median_minutes_to_place: int | None
    as_of: datetime


def answer() -> Answer:
    shown = [year for year, counts in _facts().counts().items() if protected(counts).values[ALL]]
    found = _facts().of_years(shown).summary()
    files, referred = int(found["files"] or 0), int(found["referred"] or 0)
    told = not (_is_small(referred) or _is_small(files - referred))
    placed, median = int(found["placed"] or 0), found["median"]
    return Answer(
        files=files or None,
        referred=referred if files and told else None,
        median_minutes_to_place=_whole(median) if placed >= THRESHOLD else None,
        as_of=clock.now(),
    )


def notified(year: int, *, files: int | None) -> int | None:
    """How many adults refused and were told of without identity, apart from the files.

    Not shown where it, or the rest of the year's `files`, is small, or their total is hidden.
    """
    from amparo.cases.notifications.queries import notifications

    count = notifications().by_year().get(year, 0)
    told = files is not None and not (_is_small(count) or _is_small(abs(files - count)))
    return count if told else None


def _whole(number: float | None) -> int | None:
    return None if number is None else int(number)


def _is_small(count: int) -> bool:
    return 0 < count < THRESHOLD


def years() -> list[int]:
    return _facts().years()


def tables() -> dict[int, Published]:
    """Every year's table, of form by sex by age, as it may be shown; the newest year first."""
    counts = _facts().counts()
    return {year: protected(counts[year]) for year in sorted(counts, reverse=True)}


@dataclass(frozen=True)
class Allegations:
    """A year of acts alleged, as it may be shown; None is withheld.

    `asked`: for how many of the persons an office was asked. It and its rest are both shown or not.
    """

    published: Published
    asked: int | None

    @property
    def not_asked(self) -> int | None:
        everybody = self.published.values[ALL]
        return None if self.asked is None or everybody is None else everybody - self.asked


def allegations(year: int | None = None) -> dict[int, Allegations]:
    """Of one year, or of each; the newest first."""
    counts, asked = _facts().alleged(), _facts().asked_for()
    wanted = sorted(counts if year is None else {year} & counts.keys(), reverse=True)
    return {each: _shown_of(counts[each], asked[each]) for each in wanted}


def _shown_of(counts: Counter[Cell], asked: int) -> Allegations:
    published = protected(counts, dimensions())
    everybody = published.values[ALL]
    told = everybody is not None and not (_is_small(asked) or _is_small(everybody - asked))
    return Allegations(published, asked if told else None)


@dataclass(frozen=True)
class Raised:
    """Acts held against somebody; `outcome` is "" while that has not ended."""

    at: datetime
    asked: bool
    outcome: str


def raised_of(cases: Iterable[Case]) -> dict[UUID, list[Raised]]:
    """Per case in which acts are held against the person, the first first."""
    from amparo.justice.models import Allegation, AllegationOutcome, Plea

    last = AllegationOutcome.objects.filter(allegation=OuterRef("pk")).order_by("-number")
    rows = Allegation.objects.filter(case__in=cases).annotate(
        asked=Exists(Plea.objects.filter(allegation=OuterRef("pk"))),
        outcome=Coalesce(Subquery(last.values("outcome")[:1]), Value("")),
    )
    found: dict[UUID, list[Raised]] = defaultdict(list)
    for case, *raised in rows.order_by("at", "pk").values_list("case_id", "at", "asked", "outcome"):
        found[case].append(Raised(*raised))
    return found


def steps_of(cases: Iterable[Case]) -> dict[UUID, dict[str, datetime]]:
    """Per case, when each state of the identification track was reached, in order."""
    from amparo.cases.machine import Track
    from amparo.cases.models import Status

    steps: dict[UUID, dict[str, datetime]] = defaultdict(dict)
    rows = Status.objects.filter(case__in=cases, track=Track.IDENTIFICATION)
    for case, state, at in rows.order_by("number").values_list("case_id", "state", "at"):
        steps[case].setdefault(state, at)
    return steps


def places_of(cases: Iterable[Case]) -> Mapping[UUID, tuple[datetime, datetime | None]]:
    """Per case with a need, when the first was recorded and when the first place was accepted."""
    from amparo.referrals.models import Need

    rows = Need.objects.filter(case__in=cases).values_list("case_id").order_by()
    found = rows.annotate(Min("at"), Min("met_at"))
    return {case: (needed, accepted) for case, needed, accepted in found}


def _facts() -> FactQuerySet:
    model: type[Fact] = apps.get_model("figures", "Fact")  # the model names this class
    return model.objects.all()
