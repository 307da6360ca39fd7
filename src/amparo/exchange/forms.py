from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from amparo.design.forms import AmparoForm
from amparo.exchange.formats import ENCODINGS, LARGEST

ACCEPTED = ".zip,.csv,.json"


class SendForm(AmparoForm):
    """A file of another system. `seen` is the mark of the file that was looked at before."""

    source = forms.CharField(
        label=_("Which system does it come from?"), max_length=80,
        help_text=_("The name of the organisation or of its system, no person’s name: it is not"
                    " sealed. The same name next time, so that nothing comes twice."),
    )  # fmt: skip
    file = forms.FileField(
        label=_("Archive, sheet or JSON file"), widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        help_text=_("An archive of sheets (.zip), one sheet (.csv) or JSON, as HTCDS 2.0 names its"
                    " fields, of at most 5 MB. It is held in memory only."),
    )  # fmt: skip
    encoding = forms.ChoiceField(
        label=_("How was it written?"), required=False, choices=list(ENCODINGS.items()),
        help_text=_("Leave it as it is, unless letters with accents come out wrong."),
    )  # fmt: skip
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def clean_file(self) -> tuple[str, bytes]:
        """The name and the content. What is larger is not read at all."""
        sent: UploadedFile[bytes] = self.cleaned_data["file"]
        if (sent.size or 0) > LARGEST:
            raise forms.ValidationError(
                _("The file is larger than %(most)s MB. Send it in several, or ask the bureau.")
                % {"most": LARGEST // 1024 // 1024}
            )
        return sent.name or "", sent.read()

    def clean_source(self) -> str:
        said: Any = self.cleaned_data["source"]
        return " ".join(str(said).split())
