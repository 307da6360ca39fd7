"""What can be written about proceedings and non-punishment, and the pages of the file."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from amparo.access.policy import Act
from amparo.cases.pages.deeds import Deed, FilePage
from amparo.justice.actions import claims, handing, hearings, non_punishment, proceedings
from amparo.justice.forms.following import FollowForm
from amparo.justice.forms.handing import HandOverForm
from amparo.justice.forms.hearings import PrepareForm
from amparo.justice.forms.money import ClaimForm, ClaimStepForm
from amparo.justice.forms.non_punishment import AllegationForm, OutcomeForm, PleaForm, ReplyForm
from amparo.justice.forms.proceedings import DropToldForm, NumberedForm
from amparo.justice.models import Allegation, PleaReply, Proceeding
from amparo.justice.shared_deeds import proceeding_deed, shared_deeds

DEEDS: Mapping[str, Deed] = {
    "hand-over": Deed(
        HandOverForm, handing.hand_over, _("Hand over to who investigates"),
        _("They get a dossier of their own: nothing that the person told in confidence opens to"
          " them, no name and no health note."),
        Act.HAND_OVER,
    ),
    "proceeding": proceeding_deed(NumberedForm, Act.WRITE_CASE),
    **shared_deeds(Act.WRITE_CASE),
    "follow": Deed(
        FollowForm, proceedings.follow, _("Bring the file to where the proceeding stands"),
        _("Whoever investigates has recorded it; the file’s own steps and clocks follow now."),
    ),
    "drop-told": Deed(
        DropToldForm, proceedings.tell_of_drop,
        _("Record that the person was told of the decision to drop"),
        _("In words the person understands, with the right to have the decision looked at again."),
        of_row=True,
    ),
    "prepare": Deed(
        PrepareForm, hearings.prepare, _("Record what is prepared for a hearing"),
        _("So that the person comes to it ready and safe."), of_row=True,
    ),
    "claim": Deed(
        ClaimForm, claims.claim, _("Record a claim for compensation"),
        _("One for each source: the offender, the employer, a fund of the State."),
        cites="compensation",
    ),
    "claim-step": Deed(
        ClaimStepForm, claims.follow_claim, _("Record what became of a claim"),
        _("What was awarded or refused, and each payment with its day."), of_row=True,
        cites="compensation",
    ),
}  # fmt: skip

PAGE = FilePage(
    name="justice",
    space="justice_file",
    title=_("Justice"),
    todo=_("What is due to the person"),
    sealed=_("What is sealed about proceedings"),
    deeds=DEEDS,
    cites="justice",
    columns={Proceeding: ("number",)},
    words={"proceeding.number": _("Number of an office’s own file")},
)

PLEADING: Mapping[str, Deed] = {
    "allege": Deed(
        AllegationForm, non_punishment.allege, _("Record what is held against the person"),
        _("Acts that the person may have been made to do, and where that stands."),
    ),
    "plead": Deed(
        PleaForm, non_punishment.plead, _("Record that an office was asked not to punish"),
        _("To which office the letter went, on which day."), of_row=True,
    ),
    "reply": Deed(
        ReplyForm, non_punishment.note_reply, _("Record an answer"),
        _("Each answer is kept: a refusal may be followed by another one."), of_row=True,
    ),
    "outcome": Deed(
        OutcomeForm, non_punishment.note_outcome, _("Record how it ended for the person"),
        _("What an appeal changes later is recorded again."), of_row=True,
    ),
}  # fmt: skip

NON_PUNISHMENT = FilePage(
    name="non-punishment",
    space="justice_file",
    title=_("Non-punishment"),
    todo=_("What is due so that the person is not punished"),
    sealed=_("What the person says, and the offices’ reasons"),
    deeds=PLEADING,
    cites="non_punishment",
    columns={Allegation: ("note",), PleaReply: ("note",)},
    words={
        "allegation.note": _("What the person says of acts held against them"),
        "pleareply.note": _("An office’s reasons"),
    },
)
