"""What this room says, in one place."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from amparo.cases.actions.opening import Columns
from amparo.design.parts import Words
from amparo.stay.models import ReturnDecision, ReturnRisk, ReturnVisit, ReturnWish

COLUMNS: Columns = {
    ReturnWish: ("destination", "words"),
    ReturnRisk: ("note",),
    ReturnDecision: ("plan",),
    ReturnVisit: ("note",),
}

# What each sealed column is, to whoever opens it.
SEALED_WORDS: Mapping[str, Words] = {
    "returnwish.destination": _("Where the person wishes to return"),
    "returnwish.words": _("What the person says about a return"),
    "returnrisk.note": _("What an assessment of a return rests on"),
    "returndecision.plan": _("How the return is prepared"),
    "returnvisit.note": _("What the person says after the return"),
}

QUESTIONS: Mapping[str, Words] = {
    "protection": _("Protection by authorities"),
    "reach": _("Reach of those who exploited them"),
    "kin": _("Family"),
    "living": _("A roof, food, work or school"),
    "health": _("Health"),
}

PLACES: Mapping[str, Words] = {
    "here": _("Here, if the person stays"),
    "there": _("There, if the person returns"),
}

STAYS: Mapping[str, Words] = {
    "reflection": _("Stay for reflection"),
    "permit": _("Residence permit"),
}

STAY_STEPS: Mapping[str, Words] = {
    "renewal": _("A renewal was asked for"),
    "refused": _("The renewal was refused"),
    "ended": _("The stay ended early"),
}
