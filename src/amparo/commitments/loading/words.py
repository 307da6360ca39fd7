"""What is said to people about a text on its way in."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from amparo.commitments.loading.models import State
from amparo.commitments.models import Place
from amparo.design.parts import Tone, Words

# By the code of methods.resolutions.NotAResolution and of methods.wordfiles.
REFUSALS: Mapping[str, Words] = {
    "empty": _("Nothing stands in it. Choose another file, or paste the words of the text."),
    "not_text": _(
        "It is not plain text: it holds characters that no written page has. Copy the words of the"
        " text and paste them instead."
    ),
    "no_operative": _(
        "No numbered paragraph in it opens with a verb such as “Encourages” or “Requests”: it is"
        " not a resolution or a decision."
    ),
    "unknown": _("Only plain text (.txt), .docx, .pdf, .html and .xml can be read here."),
    "not_xml": _("The file is not well-formed XML."),
    "not_akoma": _("It is XML, but no document in Akoma Ntoso."),
    "no_text": _("No paragraph stands in it."),
    "too_large": _("The file is far larger than any resolution."),
    "encrypted": _("The file is locked with a password. Save it without one and send it again."),
    "scan": _(
        "The file holds pictures of pages and no text. Copy the words of the text and paste them"
        " instead."
    ),
    "bomb": _("The file unpacks to far more than a document holds."),
}
UNREADABLE = _("This file cannot be read. Copy the words of the text and paste them instead.")

STATES: Mapping[str, tuple[Words, Tone, str]] = {
    State.WAITING: (_("to be looked at"), "warn", "eye"),
    State.ENTERED: (_("entered"), "good", "check"),
    State.LEFT_OUT: (_("left out"), "plain", "ban"),
}
PLACES: Mapping[str, Words] = {
    Place.PREAMBLE: _("preamble"),
    Place.OPERATIVE: _("operative paragraph"),
    Place.DECISION: _("decision"),
}
