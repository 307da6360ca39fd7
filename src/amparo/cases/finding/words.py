from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from amparo.design.parts import Words

# Why a file is shown for a person that is looked for (actions.finding.Why).
FOUND_BY: Mapping[str, Words] = {
    "same_document": _("the same document number"),
    "same_contact": _("the same telephone number or e-mail address"),
    "same_name_and_year": _("the same full name and year of birth"),
    "same_name": _("a person of this name"),
    "like_name": _("a name like this name"),
}
