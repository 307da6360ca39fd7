"""What shows that an ask is answered: words, an address, a file, a figure as it stands today."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from amparo.cases.attachments.actions import Upload
from amparo.cases.attachments.forms import ACCEPTED, taken
from amparo.commitments.following.forms import LINES, DayField
from amparo.commitments.live import LiveFigure
from amparo.design.forms import AmparoForm
from amparo.people.country import today

MOST_BYTES = 5 * 1024**2
NAME_LENGTH = 120
TOO_LARGE = _("%(name)s is larger than 5 MB. Send a smaller one, or a link to it.")


class NoteForm(AmparoForm):
    text = forms.CharField(label=_("Note"), max_length=4000, widget=forms.Textarea(LINES))


class LinkForm(AmparoForm):
    url = forms.URLField(
        label=_("Address"), max_length=500, assume_scheme="https",
        help_text=_("It begins with https://, and everybody who signs in here will see it."),
    )  # fmt: skip
    text = forms.CharField(label=_("What stands there?"), max_length=500, required=False)

    def clean_url(self) -> str:
        url: str = self.cleaned_data["url"]
        if not url.startswith("https://"):
            raise forms.ValidationError(say("Write an address that begins with https://."))
        return url


class FileForm(AmparoForm):
    file = forms.FileField(
        label=_("File"), widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        help_text=_("JPEG, PNG, WebP, PDF, plain text, DOCX or ODT, of at most 5 MB."),
    )  # fmt: skip
    text = forms.CharField(label=_("What is it?"), max_length=500, required=False)

    def clean_file(self) -> Upload:
        return taken(self.cleaned_data["file"], MOST_BYTES, TOO_LARGE, NAME_LENGTH)


class FigureForm(AmparoForm):
    """A live figure, kept as it stands now. One that is not shown is no choice."""

    figure = forms.ChoiceField(label=_("Which figure?"))
    reported_on = DayField(
        label=_("As reported on"), required=True,
        help_text=_("The day of the report that it stands in."),
    )  # fmt: skip

    def __init__(self, *args: Any, figures: Sequence[LiveFigure], **kwargs: Any) -> None:
        super().__init__(*args, initial={"reported_on": today()}, **kwargs)
        field = cast(forms.ChoiceField, self.fields["figure"])
        reportable = [(f.key, f.in_full) for f in figures if f.amount is not None]
        field.choices = [("", _("Choose a figure")), *reportable]
        if not reportable:
            field.help_text = say("No figure of this can be shown today, so none can be reported.")
