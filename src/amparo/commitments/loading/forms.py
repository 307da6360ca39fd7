from __future__ import annotations

import hashlib
import re
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from amparo.commitments.clause_words import FORCES, language
from amparo.commitments.datafiles import codes
from amparo.commitments.loading.heads import LONGEST_KEY, LONGEST_TITLE, Head
from amparo.commitments.loading.printing import printed
from amparo.commitments.loading.words import PLACES, REFUSALS, UNREADABLE
from amparo.commitments.models import Status
from amparo.commitments.queries import documents
from amparo.design.forms import AmparoForm, DayInput
from amparo.methods.akoma import NotAkoma, read_akn
from amparo.methods.wordfiles import ACCEPTED, MOST_BYTES, NotReadable, text_of

# Control characters and marks that turn text round, which a name could be made to lie with.
PRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
NAME_LENGTH = 120
KEY = re.compile(r"(?!-)[A-Za-z0-9-]{1,24}(?<!-)")
NUMBER = re.compile(r"(?:[IVX]+\.)?\d{1,3}|pp\d{1,3}|[\w/.-]{1,12}")
# What an address of this room begins with, which no text can be cited as.
TAKEN = frozenset(
    {
        "actions", "asked", "asks", "compare", "coverage", "due", "institutions", "instruments",
        "lineage", "loading", "reports", "restated", "public",
    }
)  # fmt: skip
MOST_WORDS = 2_000_000
AKOMA = ".xml"


class BringForm(AmparoForm):
    """`cleaned_data`: the `text`, and of a file also `file_name` and `digest`."""

    file = forms.FileField(
        label=_("File"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ",".join((*ACCEPTED, AKOMA))}),
        help_text=_("Plain text, DOCX, PDF with text, a saved web page, or Akoma Ntoso (XML)."),
    )
    text = forms.CharField(
        label=_("Or paste the words of the text"),
        required=False,
        max_length=MOST_WORDS,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        file: UploadedFile[bytes] | None = data.pop("file", None)
        if file:
            data |= self._read(file)
        elif not (data.get("text") or "").strip() and not self.errors:
            self.add_error("file", _("Choose a file, or paste the words below."))
        return data

    def _read(self, file: UploadedFile[bytes]) -> dict[str, Any]:
        name = PRINTABLE.sub("", file.name or "")[-NAME_LENGTH:]
        if (file.size or 0) > MOST_BYTES:  # what is larger is not read at all
            self.add_error("file", str(REFUSALS["too_large"]))
            return {}
        content = file.read()
        told = {"file_name": name, "digest": hashlib.sha256(content).hexdigest()}
        try:
            if name.lower().endswith(AKOMA):
                document, _about = read_akn(content)
                return {**told, "text": printed(document), "document": document}
            return {**told, "text": text_of(content, name)}
        except (NotReadable, NotAkoma) as refused:
            self.add_error("file", str(REFUSALS.get(refused.code, UNREADABLE)))
            return {}


class HeadForm(AmparoForm):
    key_here = forms.CharField(
        label=_("How it is cited here"),
        max_length=LONGEST_KEY,
        help_text=_("Letters, figures and hyphens, such as 78-228. It stands before each ¶."),
    )
    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE)
    organ = forms.CharField(label=_("Who speaks"), max_length=120)
    symbol = forms.CharField(
        label=_("Symbol"), max_length=40, required=False, help_text=_("Such as A/RES/78/228.")
    )
    status = forms.ChoiceField(label=_("Force"), choices=Status.choices)
    said_on = forms.DateField(
        label=_("Adopted or tabled on"),
        widget=DayInput(),
        help_text=_("“Its next session” is counted from this day."),
    )

    def __init__(self, *args: Any, head: Head, **kwargs: Any) -> None:
        self.head = head
        initial = head.as_data() | {"key_here": head.key, "said_on": head.said_on or None}
        super().__init__(*args, initial=initial, **kwargs)

    def clean_key_here(self) -> str:
        key: str = self.cleaned_data["key_here"]
        if not KEY.fullmatch(key):
            raise forms.ValidationError(_("Only letters, figures, and hyphens between them."))
        if key in TAKEN or (key != self.head.key and documents().shipped().filter(pk=key)):
            raise forms.ValidationError(_("Another page has this name already. Choose another."))
        return key

    def said(self) -> dict[str, str]:
        data = self.cleaned_data
        fields = ("title", "organ", "symbol", "status")
        return {name: data[name] for name in fields} | {
            "key": data["key_here"],
            "said_on": data["said_on"].isoformat(),
        }


class TextForm(AmparoForm):
    place = forms.ChoiceField(label=_("What it is"), choices=lambda: list(PLACES.items()))
    number = forms.CharField(
        label=_("Number"),
        max_length=12,
        help_text=_("5, II.5 where a section begins again at 1, pp5 in a preamble."),
    )
    text = forms.CharField(
        label=_("What it says"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_(
            "An empty line begins another paragraph, a line with “a)” an item. Leave it empty if"
            " it is no paragraph of this text."
        ),
    )

    def clean_number(self) -> str:
        number: str = self.cleaned_data["number"]
        if not NUMBER.fullmatch(number):
            raise forms.ValidationError(_("Write it like 5, II.5 or pp5."))
        return number


def addressees() -> list[tuple[str, str]]:
    return [(code.code, code.name.say(language())) for code in codes("addressees").values()]


def forces() -> list[tuple[str, str]]:
    return [("", gettext("asks nothing")), *((code, str(said)) for code, said in FORCES.items())]
