from dataclasses import fields
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from amparo.cases.attachments.forms import NAME_LENGTH, PRINTABLE
from amparo.cases.pages.fields import SEALED, one_of, text
from amparo.design.forms import AmparoForm, DayInput
from amparo.evidence.actions.items import Found
from amparo.evidence.receiving import Original
from amparo.evidence.words import KINDS
from amparo.methods import filetypes
from amparo.people.country import today

UNTRUE = _(
    "%(name)s says by its name that it is: %(said)s. Its content is: %(found)s. Nothing was kept."
    " Take it as found if that is how it was found, or give it its true ending."
)


class AddItemForm(AmparoForm):
    file = forms.FileField(
        label=_("Original"), help_text=_("Of any kind, as it was found. It is never changed.")
    )
    as_found = forms.BooleanField(
        label=_("Take it as found, though its name says another kind"), required=False
    )
    source = one_of("evidence_sources", _("What kind of source is it?"))
    description = text(_("What is it?"), SEALED)
    found_on = forms.DateField(label=_("Found on"), widget=DayInput)
    place = forms.CharField(label=_("Where was it found?"), max_length=300, help_text=SEALED)
    finder = forms.CharField(label=_("Who found it?"), max_length=200, help_text=SEALED)
    bag = forms.CharField(
        label=_("Number of the sealed bag"), max_length=60, required=False, help_text=SEALED
    )

    def clean_found_on(self) -> date:
        day: date = self.cleaned_data["found_on"]
        if day > today():
            raise forms.ValidationError(_("Nothing is found after today: check the date."))
        return day

    def clean_file(self) -> Original:
        sent = self.cleaned_data["file"]
        if not isinstance(sent, Original):
            raise forms.ValidationError(_("The file did not arrive whole. Send it again."))
        sent.name = PRINTABLE.sub("", sent.name or "")[-NAME_LENGTH:]
        if sent.too_large:
            size = {"name": sent.name, "size": settings.EVIDENCE_MAX // 1024**2}
            raise forms.ValidationError(
                _("%(name)s is larger than %(size)s MB. Nothing was kept: send it in parts.") % size
            )
        return sent

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        as_found, sent = data.pop("as_found", False), data.get("file")
        kind = self._kind(sent, as_found=as_found) if sent is not None else {}
        told: dict[str, Any] = {field.name: data.get(field.name) for field in fields(Found)}
        return {"key": data.get("key"), "file": sent, "found": Found(**told), **kind}

    def _kind(self, sent: Original, *, as_found: bool) -> dict[str, Any]:
        try:
            return {"kind": filetypes.examine(sent.name or "", sent.head), "misnamed": False}
        except filetypes.Untrue as told:
            if as_found:
                return {"kind": told.found, "misnamed": True}
            said = {"name": sent.name, "said": KINDS[told.said], "found": KINDS[told.found]}
            self.add_error("file", UNTRUE % said)
            return {}
