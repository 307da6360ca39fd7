from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import Promise
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from amparo.design.forms import AmparoForm
from amparo.directory.imports.actions.looking import Sent
from amparo.directory.imports.columns import (
    Mapped,
    fields,
    label,
    missing,
    suggestions,
    sure_ones,
)
from amparo.directory.imports.matching import OTHER, SAME
from amparo.directory.imports.models import Deed, ImportBatch, ImportRow
from amparo.directory.imports.queries import mapped_before
from amparo.directory.imports.reading import KINDS, LARGEST, read_file
from amparo.directory.imports.words import REFUSALS, SURE
from amparo.methods.tables.refusals import NotRead, Why, told

# Control characters and marks that turn text round, which a name could be made to lie with.
PRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
NAME_LENGTH = 120
ENCODINGS: Sequence[tuple[str, str | Promise]] = (
    ("", _("UTF-8 or UTF-16: found out by itself")),
    ("cp1252", _("Windows, Western Europe (1252)")),
    ("cp1250", _("Windows, Central Europe (1250)")),
    ("cp1251", _("Windows, Cyrillic (1251)")),
    ("cp1256", _("Windows, Arabic (1256)")),
)
ANSWERS = ((SAME, _("It is the same service")), (OTHER, _("It is another one")))


def file_field(**more: Any) -> forms.FileField:
    return forms.FileField(widget=forms.FileInput(attrs={"accept": ",".join(KINDS)}), **more)


class FileForm(AmparoForm):
    """With a file of services, read: `cleaned_data["sent"]`."""

    def read(self, file: UploadedFile[bytes], *, encoding: str, sheet: str) -> Sent | None:
        name = PRINTABLE.sub("", file.name or "")[-NAME_LENGTH:]
        try:
            if (file.size or 0) > LARGEST:  # what is larger is not read at all
                raise NotRead(Why.SIZE, LARGEST // 1024 // 1024)
            data = file.read()
            return Sent(name, data, read_file(name, data, encoding=encoding, sheet=sheet), encoding)
        except NotRead as refused:
            self.add_error("file", told(REFUSALS, refused))
            return None


class SendForm(FileForm):
    source = forms.CharField(
        label=_("Where does the list come from?"), max_length=80,
        help_text=_("The name of the office or system, no person’s name. The same name next time,"
                    " so that its services are known again."),
    )  # fmt: skip
    file = file_field(
        label=_("File"),
        help_text=_("A sheet (.csv), a workbook (.xlsx), HSDS 3.1 as JSON (.json) or as a Data"
                    " Package (.zip), of at most 20 MB and 100,000 services."),
    )  # fmt: skip
    encoding = forms.ChoiceField(
        label=_("How was it written?"), required=False, choices=ENCODINGS,
        help_text=_("Leave it as it is, unless letters with accents come out wrong."),
    )  # fmt: skip

    def clean_source(self) -> str:
        return " ".join(str(self.cleaned_data["source"]).split())

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("file"):
            encoding = data.get("encoding", "")
            data["sent"] = self.read(data["file"], encoding=encoding, sheet="")
        return data


class ColumnsForm(FileForm):
    """What each column holds. A new answer needs the file once more, for it was kept nowhere."""

    def __init__(self, *args: Any, batch: ImportBatch, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.batch = batch
        choices = [("", _("Leave it out")), *((code, label(code)) for code in fields())]
        found = suggestions(batch.headings, mapped_before(batch.source))
        for number, each in enumerate(found):
            chosen = batch.columns.get(each.column) or each.field
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=each.column, required=False, choices=choices, initial=chosen,
                help_text=str(SURE[each.sure]),
            )  # fmt: skip
        if len(batch.sheets) > 1:
            self.fields["sheet"] = forms.ChoiceField(
                label=_("Sheet"), initial=batch.sheet, choices=[(s, s) for s in batch.sheets]
            )
        self.fields["file"] = file_field(
            label=_("The same file once more"), required=False,
            help_text=_("Needed only where you change something above: what stands in a column is"
                        " kept once it is known what it is."),
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        data["sent"] = None
        sheet = data.get("sheet", self.batch.sheet)
        if data.get("file"):
            data["sent"] = self.read(data["file"], encoding=self.batch.encoding, sheet=sheet)
        data["columns"] = self._columns(data, sheet)
        if sheet == self.batch.sheet:
            self._refuse_what_lacks(data["columns"])
        elif not data["sent"]:
            self.add_error("file", say("Choose the same file once more, to read another sheet."))
        return data

    def _columns(self, data: dict[str, Any], sheet: str) -> Mapped:
        sent: Sent | None = data["sent"]
        if sheet != self.batch.sheet and sent:
            before = mapped_before(self.batch.source)
            return sure_ones(suggestions(sent.table.columns, before))
        return {
            heading: data.get(f"column_{number}", "")
            for number, heading in enumerate(filter(None, self.batch.headings))
        }

    def _refuse_what_lacks(self, columns: Mapped) -> None:
        chosen = [code for code in columns.values() if code]
        for code in dict.fromkeys(code for code in chosen if chosen.count(code) > 1):
            twice = say("Two columns are “%(field)s”. Choose one.")
            self.add_error(None, twice % {"field": label(code)})
        for code in missing(columns):
            lacks = say("Say which column is “%(field)s”: no service stands without it.")
            self.add_error(None, lacks % {"field": label(code)})


class AnswersForm(AmparoForm):
    """Whether rows are the services that are like them."""

    def __init__(
        self, *args: Any, rows: Sequence[ImportRow], like: Mapping[int, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows
        for row in rows:
            same = row.deed in (Deed.UPDATE, Deed.SAME)
            self.fields[f"row_{row.number}"] = forms.ChoiceField(
                choices=ANSWERS, widget=forms.RadioSelect, initial=SAME if same else OTHER,
                help_text=say("Here: %(service)s") % {"service": like[row.number]},
                label=say("Row %(number)s: %(name)s") % {
                    "number": row.number,
                    "name": row.draft.get("name_en") or row.draft.get("name_fr", ""),
                },
            )  # fmt: skip

    def answers(self) -> dict[int, str]:
        return {row.number: self.cleaned_data[f"row_{row.number}"] for row in self.rows}


class EveryForm(AmparoForm):
    every = forms.ChoiceField(choices=ANSWERS)
