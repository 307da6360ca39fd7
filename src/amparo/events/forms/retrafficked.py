from typing import Any

from django import forms as fields
from django.utils.translation import gettext_lazy as _

from amparo.cases.pages.fields import maybe_one_of, one_of, some_of, text
from amparo.design.forms import AmparoForm, DayInput
from amparo.events.actions.retrafficked import Time

TIME = ("since", "since_precision", "until", "until_precision")


class EpisodeForm(AmparoForm):
    forms = some_of("forms", _("Which forms of exploitation?"))
    place = one_of("places", _("In what kind of place?"))
    since = fields.DateField(label=_("Since which day?"), widget=DayInput())
    since_precision = one_of("precisions", _("How sure is that day?"))
    until = fields.DateField(
        label=_("Until which day?"), widget=DayInput(), required=False,
        help_text=_("Leave it empty if it lasts, or if nobody knows."),
    )  # fmt: skip
    until_precision = maybe_one_of("precisions", _("How sure is that day?"))
    note = text(_("What happened"), required=False)

    def clean(self) -> dict[str, Any]:
        data = dict(super().clean() or {})
        if self.errors:
            return data
        time = Time(**{name: data.pop(name) for name in TIME})
        return {**data, "time": time, "forms": tuple(data["forms"])}


class AnswerForm(AmparoForm):
    measures = some_of("protective_steps", _("What was done?"))
    note = text(_("How it goes on"), required=False)

    def clean(self) -> dict[str, Any]:
        data = dict(super().clean() or {})
        return {**data, "measures": tuple(data.get("measures", ()))}
