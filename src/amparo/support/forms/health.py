from django.utils.translation import gettext_lazy as _

from amparo.cases.pages.fields import one_of, text
from amparo.design.forms import AmparoForm


class HealthForm(AmparoForm):
    kind = one_of("health_notes", _("What is it about?"))
    text = text(_("The note"), _("It will be sealed under the key of your unit."))
