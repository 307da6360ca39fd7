from dataclasses import fields
from typing import Any

from django.utils.translation import gettext_lazy as _

from amparo.cases.pages.fields import maybe_one_of, one_of, text, yes_no
from amparo.design.forms import AmparoForm
from amparo.support.actions.leaving import Answers


class InclusionForm(AmparoForm):
    area = one_of("inclusion_areas", _("In which area?"))
    standing = one_of("inclusion_standings", _("How far has it come?"))


class ExitForm(AmparoForm):
    reason = one_of("exit_reasons", _("Why does support end?"))
    plan = text(_("What is planned for later, and where the person may come back"), required=False)
    told = yes_no(_("Does the person know whom to call later?"))
    follow_up = yes_no(
        _("May somebody ask later how the person is?"),
        _("By the safe contact of the file only, and never against the person’s wish."),
    )


class FollowUpForm(AmparoForm):
    contact = one_of("follow_up_contacts", _("How did it go?"))
    danger = maybe_one_of("danger_answers", _("Is the person in danger?"))
    housing = maybe_one_of("inclusion_standings", _("Housing"))
    work = maybe_one_of("inclusion_standings", _("Work and income"))
    schooling = maybe_one_of("inclusion_standings", _("School and training"))
    wants_help = yes_no(_("Does the person want help again?"), _("No, if nobody was reached."))
    note = text(_("What the person said"), required=False)

    def clean(self) -> dict[str, Any]:
        data = dict(super().clean() or {})
        if self.errors:
            return data
        answers = Answers(**{field.name: data.pop(field.name) for field in fields(Answers)})
        return {**data, "answers": answers}
