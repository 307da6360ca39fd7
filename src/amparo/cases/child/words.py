"""What the Child route says, in one place."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from amparo.cases.actions.opening import Columns
from amparo.cases.child.models import (
    AgeAppeal,
    AgeDecision,
    BestInterests,
    EncounterEnd,
    FamilyTracing,
    Guardian,
    Recruited,
)
from amparo.design.parts import Words

COLUMNS: Columns = {
    AgeDecision: ("note",),
    AgeAppeal: ("note",),
    Guardian: ("name", "contact"),
    EncounterEnd: ("words",),
    BestInterests: ("options", "words", "reasons"),
    FamilyTracing: ("note",),
    Recruited: ("note",),
}

# What each sealed column is, to whoever opens it.
SEALED_WORDS: Mapping[str, Words] = {
    "agedecision.note": _("Reasons of the decision on the age"),
    "ageappeal.note": _("What speaks against the decision on the age"),
    "guardian.name": _("The guardian’s name"),
    "guardian.contact": _("How to reach the guardian"),
    "encounterend.words": _("What the child said about a meeting"),
    "bestinterests.options": _("Ways that were weighed"),
    "bestinterests.words": _("What the child said"),
    "bestinterests.reasons": _("What weighed most"),
    "familytracing.note": _("About the family search"),
    "recruited.note": _("What the child said about the recruitment"),
}

AGE_DECIDED: Mapping[str, Words] = {
    "adult": _("Decision on the age: an adult"),
    "child": _("Decision on the age: a child"),
    "not_sure": _("Decision on the age: still not sure"),
}

GUARDIAN_STEPS: Mapping[str, Words] = {
    "requested": _("A guardian was asked for"),
    "appointed": _("A guardian was appointed"),
    "ended": _("The guardianship ended"),
}

ENCOUNTERS: Mapping[str, Words] = {
    "interview": _("Interview"),
    "move": _("Move"),
    "return": _("Step of a return"),
}

ENCOUNTER_ENDS: Mapping[str, Words] = {
    "held": _("A meeting with the child took place"),
    "cancelled": _("A meeting with the child did not take place"),
}
