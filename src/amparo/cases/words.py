"""Sentences for states, said the same everywhere."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from amparo.cases.machine import State, Track
from amparo.design.parts import Tone, Words

S = State
STATUS_SENTENCES: Mapping[str, Words] = {
    S.SIGNAL: _("A signal was noted"),
    S.SCREENED: _("The file was opened after a screening"),
    S.CONSENT_ASKED: _("The person was informed and asked for consent"),
    S.REFERRED: _("The file was referred to the bureau"),
    S.NOTIFIED: _("A notice without identity was given"),
    S.NOT_REFERRED: _("The file was not referred"),
    S.RECEIVED: _("The bureau received the file"),
    S.MORE_INFORMATION: _("More information was asked for"),
    S.PRESUMED: _("First decision: presumed victim"),
    S.NOT_PRESUMED: _("First decision: not presumed a victim"),
    S.REFLECTION: _("The protected period began"),
    S.CONFIRMED: _("Final decision: identified victim"),
    S.NOT_CONFIRMED: _("Final decision: not identified as a victim"),
    S.FIRST_CHALLENGED: _("The first decision was challenged"),
    S.FINAL_CHALLENGED: _("The final decision was challenged"),
    S.SUSPENDED: _("The identification was suspended"),
    S.WITHDRAWN: _("The person withdrew"),
    S.CLOSED: _("The file was closed"),
    S.REOPENED: _("The file was reopened"),
    S.SOUGHT: _("A place is sought"),
    S.PLACED: _("A place was accepted"),
    S.ASSESSED: _("Needs and risks were assessed"),
    S.PLANNED: _("A plan was agreed with the person"),
    S.IN_COURSE: _("Services began"),
    S.INCLUSION: _("Inclusion began: housing, work or schooling"),
    S.ENDED: _("Support ended"),
    S.REPORTED: _("A report was made"),
    S.INVESTIGATED: _("An investigation began"),
    S.PROSECUTED: _("It was decided to prosecute"),
    S.DROPPED: _("It was decided not to prosecute"),
    S.CHARGED: _("Charges were brought"),
    S.HEARING: _("Hearings were set"),
    S.JUDGED: _("Judgment was given"),
    S.APPEALED: _("An appeal was lodged"),
    S.FINAL: _("The proceedings became final"),
    S.NATIONAL: _("Nothing is needed for the stay"),
    S.REFLECTION_STAY: _("A stay for reflection was granted"),
    S.PERMIT: _("A residence permit was granted"),
    S.RETURN_WISHED: _("The person wishes to return"),
    S.RETURN_ASSESSED: _("The risks of the return were assessed"),
    S.RETURN_DECIDED: _("The return was decided"),
    S.TRAVELLED: _("The person travelled"),
    S.ARRIVED: _("The arrival was confirmed"),
    S.MONITORED: _("The monitoring ended"),
    S.TRANSFERRED: _("The file was handed over to another country's bureau"),
}

STANDS: Mapping[str, Mapping[str, Words]] = {
    Track.IDENTIFICATION: {
        "": _("Not begun."),
        S.SIGNAL: _("A signal is noted; nobody has screened yet."),
        S.SCREENED: _("The signs are written down; the bureau does not know of the file yet."),
        S.CONSENT_ASKED: _("The person was informed and asked; the bureau does not know yet."),
        S.REFERRED: _("Referred to the bureau, which has not acknowledged it yet."),
        S.NOTIFIED: _("The person refused; the bureau has a notice without identity."),
        S.NOT_REFERRED: _("Not referred. The person knows whom to call."),
        S.RECEIVED: _("Received by the bureau; the competent authority decides on the first step."),
        S.MORE_INFORMATION: _("More information was asked for; the clock of the decision waits."),
        S.PRESUMED: _("Presumed a victim."),
        S.NOT_PRESUMED: _("Not presumed a victim. The person may ask for another decision."),
        S.REFLECTION: _("Presumed a victim; the protected period runs and nobody may shorten it."),
        S.CONFIRMED: _("Identified as a victim."),
        S.NOT_CONFIRMED: _("Not identified as a victim. The person may ask for another decision."),
        S.FIRST_CHALLENGED: _("Somebody else decides the first step anew."),
        S.FINAL_CHALLENGED: _("Somebody else decides the final step anew."),
        S.SUSPENDED: _("Suspended, and looked at again by a day. Help stays open."),
        S.WITHDRAWN: _("The person withdrew. Help stays open."),
        S.CLOSED: _("Closed."),
        S.REOPENED: _("Reopened; it is to be referred again or closed."),
    },
    Track.SUPPORT: {
        "": _("Nothing asked for yet. Emergency help waits for no decision."),
        S.SOUGHT: _("A place is sought."),
        S.PLACED: _("A place was accepted."),
        S.ASSESSED: _("Needs and risks are assessed; a plan is next."),
        S.PLANNED: _("A plan is agreed with the person."),
        S.IN_COURSE: _("Services are in course."),
        S.INCLUSION: _("On the way into housing, work or schooling."),
        S.ENDED: _("Support has ended."),
    },
    Track.JUSTICE: {
        "": _("No proceedings. Nothing here hangs on them."),
        S.REPORTED: _("Reported; no investigation yet."),
        S.INVESTIGATED: _("Under investigation."),
        S.PROSECUTED: _("To be prosecuted; charges are next."),
        S.DROPPED: _("Not prosecuted. The person may ask for a review."),
        S.CHARGED: _("Charges are brought; hearings are next."),
        S.HEARING: _("Hearings are set."),
        S.JUDGED: _("Judged; an appeal is possible."),
        S.APPEALED: _("Under appeal."),
        S.FINAL: _("Final."),
    },
    Track.RESIDENCE: {
        "": _("Nothing recorded. Nobody is removed while the identification runs."),
        S.NATIONAL: _("Nothing is needed for the stay."),
        S.REFLECTION_STAY: _("May stay for recovery and reflection."),
        S.PERMIT: _("Has a residence permit."),
        S.RETURN_WISHED: _("Wishes to return; the risks are to be assessed first."),
        S.RETURN_ASSESSED: _("The risks of the return are assessed; a decision is next."),
        S.RETURN_DECIDED: _("The return is decided and prepared."),
        S.TRAVELLED: _("Travelling; the arrival is to be confirmed."),
        S.ARRIVED: _("Arrived; twelve months of monitoring run."),
        S.MONITORED: _("Returned; the monitoring has ended."),
        S.TRANSFERRED: _("Handed over to another country's bureau."),
    },
}

TONES: Mapping[str, Tone] = {
    S.SIGNAL: "warn",
    S.REFERRED: "info",
    S.RECEIVED: "info",
    S.MORE_INFORMATION: "warn",
    S.PRESUMED: "info",
    S.REFLECTION: "info",
    S.FIRST_CHALLENGED: "warn",
    S.FINAL_CHALLENGED: "warn",
    S.SUSPENDED: "warn",
    S.CONFIRMED: "good",
    S.REOPENED: "warn",
    S.SOUGHT: "warn",
    S.PLACED: "good",
}


def person_words(identification: str) -> Words:
    """What the person is called: a possible victim until a decision says otherwise."""
    if identification in (S.PRESUMED, S.REFLECTION):
        return _("presumed victim")
    if identification == S.CONFIRMED:
        return _("identified victim")
    if identification in (S.NOT_PRESUMED, S.NOT_CONFIRMED):
        return _("the person")
    return _("possible victim")


MEASURES: Mapping[str, tuple[Words, Words, str]] = {
    "coercion_flagged": (
        _("Flag an offence committed under coercion"),
        _("What the person was made to do is not held against them: say what, and to whom known."),
        "non_punishment",
    ),
}
