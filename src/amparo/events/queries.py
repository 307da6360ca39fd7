from __future__ import annotations

from typing import TYPE_CHECKING

from amparo.cases.models import Case
from amparo.cases.queues.queries import carriers_of
from amparo.people.models import Mandate, User
from amparo.people.queries import people_with_mandate

if TYPE_CHECKING:
    from amparo.events.models import Episode, LanguageChange, Missing, Threat


def open_missing(case: Case) -> Missing | None:
    """Since when nobody knows where the person is; None once they are found."""
    from amparo.events.models import Missing

    return Missing.objects.of(case).filter(found=None).newest_first().first()


def missings_of(case: Case) -> list[Missing]:
    """Newest first."""
    from amparo.events.models import Missing

    return list(Missing.objects.of(case).select_related("found", "by").newest_first())


def episodes_of(case: Case) -> list[Episode]:
    """Newest first."""
    from amparo.events.models import Episode

    return list(Episode.objects.of(case).select_related("answer", "by").newest_first())


def threats_of(case: Case) -> list[Threat]:
    """Newest first."""
    from amparo.events.models import Threat

    return list(Threat.objects.of(case).select_related("answer", "by").newest_first())


def open_threats(case: Case) -> list[Threat]:
    """Those that nothing was done against yet."""
    from amparo.events.models import Threat

    return list(Threat.objects.of(case).filter(answer=None).newest_first())


def open_episodes(case: Case) -> list[Episode]:
    from amparo.events.models import Episode

    return list(Episode.objects.of(case).filter(answer=None).newest_first())


def changes_of(case: Case) -> list[LanguageChange]:
    """Newest first."""
    from amparo.events.models import LanguageChange

    return list(LanguageChange.objects.of(case).select_related("told", "by").newest_first())


def untold_changes(case: Case) -> list[LanguageChange]:
    from amparo.events.models import LanguageChange

    return list(LanguageChange.objects.of(case).filter(told=None).newest_first())


def carriers(case: Case, by: User) -> list[User]:
    """Whoever carries the file in one of the units, except who writes it down."""
    named = {row.to for row in carriers_of(case) if row.to and row.to != by}
    return sorted(named, key=lambda user: user.email)


def bureau(by: User) -> list[User]:
    return list(people_with_mandate(Mandate.COORDINATOR).exclude(pk=by.pk).order_by("email"))
