"""What an event of the file stops in a return that is being prepared."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from amparo.cases import happenings
from amparo.cases.happenings import Effect
from amparo.cases.machine import LEAVING
from amparo.cases.models import Case
from amparo.people.models import User
from amparo.stay.actions.returning import ask_anew

UNSETTLING = ("missing", "retrafficked", "threat")


def register() -> None:
    for event in UNSETTLING:
        happenings.register(
            Effect(
                "return_risks", "stops",
                _("What was assessed for a return counts no more: both places are assessed anew."),
                _asks_anew(event), _is_leaving,
            ),
            event,
        )  # fmt: skip


def _is_leaving(case: Case, _by: User) -> bool:
    return case.residence in LEAVING


def _asks_anew(event: str) -> happenings.Do:
    def ask(case: Case, by: User, _about: UUID) -> None:
        ask_anew(case, by=by, why=event)

    return ask
