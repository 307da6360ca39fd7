from typing import Any

from django.utils.translation import gettext_lazy as _

from amparo.cases.pages.fields import some_of, text
from amparo.design.forms import AmparoForm


class ThreatForm(AmparoForm):
    against = some_of("threatened", _("Whom does it threaten?"))
    words = text(_("What was said or done, by whom, how it came"), required=False)

    def clean(self) -> dict[str, Any]:
        data = dict(super().clean() or {})
        return {**data, "against": tuple(data.get("against", ()))}
