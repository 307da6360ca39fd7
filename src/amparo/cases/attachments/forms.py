import re

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from amparo.cases.attachments.actions import Upload, examined
from amparo.cases.attachments.words import NOT_TAKEN
from amparo.design.forms import AmparoForm
from amparo.design.parts import Words
from amparo.methods.uploads import EXTENSIONS, NotTaken

ACCEPTED = ",".join(f".{extension}" for extension in EXTENSIONS)
NAME_LENGTH = 200
# Control characters and marks that turn text round, which a name could be made to lie with.
PRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


class AttachForm(AmparoForm):
    file = forms.FileField(
        label=_("Document or picture"), widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        help_text=_("JPEG, PNG, WebP, PDF, plain text, DOCX or ODT, of at most 25 MB."),
    )  # fmt: skip
    description = forms.CharField(
        label=_("What is it?"), max_length=500, required=False,
        help_text=_("Who made it, where it comes from. It is sealed, as is the file’s name."),
    )  # fmt: skip

    def clean_file(self) -> Upload:
        return taken(self.cleaned_data["file"], settings.UPLOAD_MAX, NOT_TAKEN["size"])


def taken(
    sent: "UploadedFile[bytes]", most: int, too_large: Words, length: int = NAME_LENGTH
) -> Upload:
    """A file that is what its name says. Raises ValidationError, which names the file.

    `most` bytes; `length` characters of the name are kept, those at its end.
    """
    name = PRINTABLE.sub("", sent.name or "")[-length:]
    if (sent.size or 0) > most:
        raise forms.ValidationError(str(too_large) % {"name": name})
    try:
        return examined(name, sent.read())
    except NotTaken as refused:
        raise forms.ValidationError(NOT_TAKEN[refused.reason] % {"name": name}) from refused
