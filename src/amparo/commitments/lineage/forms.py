from typing import Any, cast

from django import forms
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from amparo.commitments.lineage.models import Descent
from amparo.commitments.queries import documents
from amparo.design.forms import AmparoForm


def _texts() -> list[tuple[str, Any]]:
    rows = documents().with_text()
    chosen = [(d.key, f"{d.key} · {d.year} · {d.title_fr}"[:90]) for d in rows]
    return [("", _("Choose a text")), *chosen]


class TwoTexts(forms.Form):
    """Which two to compare. It writes nothing, so it carries no key."""

    use_required_attribute = False

    earlier = forms.ChoiceField(label=_("The earlier text, or the draft"), choices=_texts)
    later = forms.ChoiceField(label=_("The later text"), choices=_texts)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("earlier") and data.get("earlier") == data.get("later"):
            self.add_error("later", say("Choose two different texts."))
        return data


class ShowForm(forms.Form):
    """Which paragraphs of the comparison to show."""

    use_required_attribute = False

    show = forms.ChoiceField(
        label=_("Which paragraphs?"), required=False,
        choices=[
            ("", _("All")), ("changed", _("Only what changed")),
            ("force", _("Only what hardened or softened")),
        ],
    )  # fmt: skip

    def wanted(self) -> str:
        return str(self.cleaned_data["show"]) if self.is_bound and self.is_valid() else ""


class LinkForm(AmparoForm):
    kind = forms.ChoiceField(
        label=_("How do they belong together?"), choices=Descent.Kind.choices,
        widget=forms.RadioSelect,
    )  # fmt: skip


class VerdictForm(AmparoForm):
    """`cleaned_data`: `same`, as a truth."""

    same = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])

    def clean_same(self) -> bool:
        return cast(str, self.cleaned_data["same"]) == "yes"
