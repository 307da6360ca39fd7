"""Forms: every label, hint and error in the same place, in words, without JavaScript."""

from typing import Any, ClassVar
from uuid import UUID, uuid4

from django import forms
from django.forms.renderers import TemplatesSetting
from django.template.base import Template
from django.utils.translation import gettext_lazy as _

CHOICE_CARDS = "design/widgets/choices.html"
OWN_TEMPLATES = {
    "django/forms/widgets/radio.html": CHOICE_CARDS,
    "django/forms/widgets/checkbox_select.html": CHOICE_CARDS,
}
# The controls whose content a browser offers to remember.
REMEMBERED = (forms.TextInput, forms.Textarea, forms.Select)


class Renderer(TemplatesSetting):
    """Draws any Django form, ours or a library's, with the templates of this room."""

    form_template_name = "design/form.html"
    field_template_name = "design/field.html"

    def get_template(self, template_name: str) -> Template | None:
        return super().get_template(OWN_TEMPLATES.get(template_name, template_name))


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class MomentInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class AmparoForm(forms.Form):
    """A form that writes. `key` makes sending it twice the same as sending it once.

    `heading_field` names the field whose label is the page's `<h1>`: one question a page.
    """

    heading_field: ClassVar[str] = ""
    # The error summary says what is missing; a browser's bubble cannot be translated or printed.
    use_required_attribute = False

    key = forms.UUIDField(required=False, initial=uuid4, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field.widget, REMEMBERED):
                # No browser keeps a name or an address, unless the field asks for it (sign-in).
                field.widget.attrs.setdefault("autocomplete", "off")

    def clean_key(self) -> UUID:
        """The key sent, or a new one: a form sent without a key is only ever itself."""
        return self.cleaned_data["key"] or uuid4()


def css_class(widget: forms.Widget) -> str:
    """The class of Tabler's sheet that draws this kind of control."""
    if isinstance(widget, forms.CheckboxInput):
        return "form-check-input"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple | forms.HiddenInput):
        return ""
    if isinstance(widget, forms.Select):
        return "form-select"
    return "form-control"


ERROR_PREFIX = _("Error: ")


def title_prefix(form: forms.BaseForm) -> str:
    """What the page's title begins with when the form was refused (GOV.UK error summary)."""
    return str(ERROR_PREFIX) if form.is_bound and form.errors else ""
