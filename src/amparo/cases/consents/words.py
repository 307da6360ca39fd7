from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from amparo.design.parts import Words

RECIPIENTS: Mapping[str, Words] = {
    "bureau": _("The bureau and the competent authority"),
    "services": _("The services that help the person"),
    "both": _("Both"),
}
