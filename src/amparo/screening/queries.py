from __future__ import annotations

from typing import TYPE_CHECKING

from amparo.access.queries import CaseScoped

if TYPE_CHECKING:
    from amparo.people.models import User
    from amparo.screening.models import Screening  # noqa: F401  named in a string below


class ScreeningQuerySet(CaseScoped["Screening"]):
    def begun_by(self, user: User) -> ScreeningQuerySet:
        return self.filter(by=user)

    def drafts(self) -> ScreeningQuerySet:
        return self.filter(finished_at=None)

    def finished(self) -> ScreeningQuerySet:
        return self.filter(finished_at__isnull=False)

    def newest_first(self) -> ScreeningQuerySet:
        return self.order_by("-started_at", "pk")


def screenings_for(user: User) -> ScreeningQuerySet:
    from amparo.access.standing import standing_of
    from amparo.screening.models import Screening  # the model names this class

    return Screening.objects.visible_to(standing_of(user))


def own_screenings(user: User) -> ScreeningQuerySet:
    """Those that `user` began, as long as they still stand in a unit the file is shared with."""
    return screenings_for(user).begun_by(user).newest_first()
