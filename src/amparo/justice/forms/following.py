from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.models import Case
from amparo.cases.pages.deeds import CaseForm
from amparo.justice.queries.track import to_follow


class FollowForm(CaseForm):
    stage = forms.ChoiceField(
        label=_("Where does the proceeding stand?"), widget=forms.RadioSelect,
        help_text=_("As whoever investigates has recorded it."),
    )  # fmt: skip

    def ask_about(self, about: Case) -> None:
        field = self.fields["stage"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  as it stands above
        field.choices = [(state, state.label) for state in to_follow(about)]
