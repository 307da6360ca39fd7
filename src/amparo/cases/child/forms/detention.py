from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.pages.fields import one_of
from amparo.design.forms import AmparoForm, MomentInput


class DetentionForm(AmparoForm):
    place = one_of("detention_places", _("Where is the child held?"))
    since = forms.DateTimeField(
        label=_("Since when?"), widget=MomentInput(), help_text=_("The hours count from then.")
    )


class ReleaseForm(AmparoForm):
    how = one_of("detention_ends", _("How did it end?"))
