from django.utils.translation import gettext_lazy as _

from amparo.cases.pages.fields import chosen, one_of, text, yes_no
from amparo.design.forms import AmparoForm


class RecruitedForm(AmparoForm):
    group = one_of("recruiter_groups", _("What kind of group was it?"))
    way = chosen("recruitment", _("How was the child recruited?"))
    returned = yes_no(_("Did the child come back from abroad?"))
    note = text(_("What the child said about it"), required=False)


class VictimForm(AmparoForm):
    standing = one_of("child_standings", _("Is the child recognised as a victim?"))
    authority = one_of("age_authorities", _("Who says so?"))


class ProceedingsForm(AmparoForm):
    standing = one_of("child_proceedings", _("Where do proceedings against the child stand?"))
    authority = one_of("justice_offices", _("Who says so?"))
