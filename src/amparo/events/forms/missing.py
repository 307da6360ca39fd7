from django.utils.translation import gettext_lazy as _

from amparo.cases.pages.fields import one_of, text
from amparo.design.forms import AmparoForm


class MissingForm(AmparoForm):
    last_seen = text(
        _("When and where was the person last seen?"),
        _("By whom, in what company, with what on. It will be sealed."), required=False,
    )  # fmt: skip
    police = one_of("police_told", _("Do the police know?"))


class FoundForm(AmparoForm):
    how = one_of("found_ways", _("What is known now?"))
    note = text(_("How the person is, and what they say"), required=False)
