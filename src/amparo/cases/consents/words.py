from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from amparo.design.parts import Words

# Who a consent may name where one is asked for; to tell the police names the police alone.
RECIPIENTS: Mapping[str, Words] = {
    "bureau": _("The bureau and the competent authority"),
    "services": _("The services that help the person"),
    "both": _("Both"),
    "justice": _("The police and the prosecutor"),
}
