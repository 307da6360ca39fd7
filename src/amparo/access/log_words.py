"""The log's words for people: acts and purposes are codes in the rows, and one table says them."""

from django.utils.functional import Promise
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from amparo.people.codes import label

ACTIONS: dict[str, str | Promise] = {
    "answered a question": _("answered a question of the screening"),
    "answered extra fields": _("answered further questions"),
    "answered questions": _("answered questions of the screening"),
    "added an episode": _("added a form of exploitation and its period"),
    "added evidence": _("added a piece of evidence"),
    "asked for the evidence list": _("asked for the list of the evidence"),
    "custody of an item": _("wrote in the custody of a piece of evidence"),
    "kept payments": _("kept payments read from evidence"),
    "opened an original": _("opened the original of a piece of evidence"),
    "saw an item": _("saw a piece of evidence"),
    "took the evidence list": _("took the list of the evidence"),
    "weighed an item": _("said what a piece of evidence shows"),
    "added an institution": _("added an institution"),
    "added evidence of an answer": _("added evidence that an ask is answered"),
    "brought back evidence of an answer": _("brought back evidence that an ask is answered"),
    "changed an action": _("changed an action that answers asks"),
    "changed an institution": _("changed an institution"),
    "ended a charge": _("took an ask out of an institution’s charge"),
    "ended an institution": _("ended an institution"),
    "noted what was sent": _("noted what was sent to the United Nations"),
    "put an institution in charge": _("put an institution in charge of an ask"),
    "said by what the country is bound": _("said how the country is bound by an instrument"),
    "said that an action answers an ask": _("said that an action answers an ask"),
    "said that an action does not answer an ask": _("said that an action does not answer an ask"),
    "said where an ask stands": _("said where an ask stands"),
    "said that two texts belong together": _("said that two texts belong together"),
    "said whether two asks are the same": _("said whether two asks are the same"),
    "took back that two texts belong together": _("took back that two texts belong together"),
    "took back what was said of two asks": _("took back what was said of two asks"),
    "took a step of an action": _("said how far an action is"),
    "took an action": _("took an action that answers asks"),
    "took an institution up again": _("took an institution up again"),
    "took back what was sent": _("took back what was noted as sent to the United Nations"),
    "withdrew evidence of an answer": _("withdrew evidence that an ask is answered"),
    "asked for a copy": _("asked for a copy for somebody else"),
    "asked for another decision": _("asked for another decision"),
    "asked for what is sealed": _("asked for what is sealed"),
    "assigned": _("assigned the file to somebody of the unit"),
    "began a screening": _("began a screening"),
    "brought files in": _("brought files in from another system"),
    "brought in a file": _("brought a file in from another system"),
    "discarded a screening": _("discarded a screening"),
    "erased": _("erased the file"),
    "exported a copy": _("took a copy for somebody else"),
    "exported copy": _("made the person’s copy"),
    "exported the file": _("exported the file"),
    "exported the log": _("exported the log"),
    "finished a screening": _("finished a screening"),
    "ended a calendar": _("ended the address of a calendar"),
    "handed over": _("handed the dossier over"),
    "saw the dossier": _("saw the dossier"),
    "looked at files of another system": _("looked at files of another system"),
    "made a calendar": _("made the address of a calendar"),
    "made a key": _("made a key"),
    "made keys": _("made the keys of a file"),
    "numbered the file": _("gave the file its reference"),
    "opened": _("opened what is sealed"),
    "printed the letter": _("printed the letter on non-punishment"),
    "printed the notice": _("printed the notice of a decision"),
    "read the log": _("read the log"),
    "read who looked": _("read who looked"),
    "rebuilt the figures": _("counted the figures anew"),
    "recorded a legal ground": _("recorded a legal ground"),
    "recorded a need": _("recorded a need"),
    "recorded consent": _("recorded a consent"),
    "restricted": _("restricted the file"),
    "reviewed an emergency": _("reviewed an emergency opening"),
    "saw the file": _("saw the file"),
    "set places": _("set free places"),
    "shared": _("shared the file"),
    "signed in": _("signed in"),
    "signed out": _("signed out"),
    "stopped sharing": _("stopped sharing the file"),
    "took back": _("took the assignment of the file back"),
    "was refused": _("was turned away"),
    "withdrew consent": _("recorded the end of a consent"),
    "wrote an account": _("wrote an account"),
    "told the person of the decision": _("recorded that the person was told of a decision"),
    "wrote identity": _("wrote the identity"),
}
KINDS: dict[str, str | Promise] = {
    "identity": _("identity"),
    "facts": _("accounts and reasons"),
    "attachment": _("a document"),
    "evidence": _("evidence"),
    "clinical": _("clinical notes"),
}
# Words before the colon of an act made of two parts, such as "offer: accepted".
PARTS: dict[str, str | Promise] = {
    "extended": _("made a time longer"),
    "saw the page": _("saw a page of the file"),
    "identification": _("identification"),
    "support": _("support"),
    "offer": _("offer"),
    "measure": _("protective measure"),
    "proposed": _("proposed"),
    "proposed to decide": _("proposed to decide"),
    "decided": _("decided"),
    "approved": _("agreed to"),
    "refused": _("refused"),
}
LISTS = (
    "opening_purposes",
    "copy_recipients",
    "consent_purposes",
    "status_reasons",
    "decline_reasons",
    "extension_reasons",
)


def action_words(action: str) -> str:
    """An act that the table does not know stands as it is written: never less than the row says."""
    if action in ACTIONS:
        return str(ACTIONS[action])
    part, colon, rest = action.partition(": ")
    return f"{PARTS.get(part, part)}{colon}{rest.replace('_', ' ')}"


def purpose_words(purpose: str) -> str:
    kind, colon, code = purpose.partition(": ")
    if colon and kind in KINDS:
        words = {"kind": KINDS[kind], "purpose": code_words(code)}
        return say("%(kind)s: %(purpose)s") % words
    return ", ".join(code_words(each) for each in purpose.split(", ")) if purpose else ""


def code_words(code: str) -> str:
    """What the list calls it that knows it."""
    for name in LISTS:
        if (words := label(name, code)) != code:
            return words
    return code.replace("_", " ")
