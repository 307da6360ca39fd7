"""Dates and duties: what both sides of the wall write, each on a page of its own."""

from django.utils.translation import gettext_lazy as _

from amparo.access.policy import Act
from amparo.cases.pages.deeds import Deed
from amparo.design.forms import AmparoForm
from amparo.justice.actions import hearings, proceedings, protection
from amparo.justice.forms.hearings import HearingEndForm, HearingForm
from amparo.justice.forms.proceedings import JudgmentForm, StageForm
from amparo.justice.forms.protection import ProtectionEndForm, ProtectionForm


def proceeding_deed(form: type[AmparoForm], act: Act) -> Deed:
    return Deed(
        form, proceedings.open_proceeding, _("Record that an office was told"),
        _("Each office and each set of offences is a proceeding of its own."), act,
    )  # fmt: skip


def shared_deeds(act: Act) -> dict[str, Deed]:
    return {
        "stage": Deed(
            StageForm, proceedings.reach_stage, _("Record a step of the proceeding"),
            _("Dates and duties only: both sides read it, and no evidence stands in it."), act,
            of_row=True,
        ),
        "hearing": Deed(
            HearingForm, hearings.plan_hearing, _("Record a hearing"),
            _("With what protects the person there. Whoever looks after them prepares it."), act,
            of_row=True, cites="hearings",
        ),
        "hearing-end": Deed(
            HearingEndForm, hearings.end_hearing, _("Record how the hearing went"),
            _("With the protection that was really there."), act, of_row=True, cites="hearings",
        ),
        "judgment": Deed(
            JudgmentForm, proceedings.note_judgment, _("Record a judgment"),
            _("One for each offence. It names no offender."), act, of_row=True,
        ),
        "protection": Deed(
            ProtectionForm, protection.protect, _("Record a protection"),
            _("For the person, their family or a witness, from reprisals."), act,
            cites="protection",
        ),
        "protection-end": Deed(
            ProtectionEndForm, protection.end_protection, _("Record that a protection ended"),
            _("If the danger lasts, record another one at once."), act, of_row=True,
            cites="protection",
        ),
    }  # fmt: skip
