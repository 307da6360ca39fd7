from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amparo.cases.finding.words import FOUND_BY
from amparo.design.parts import Words
from amparo.links.actions.looking import Possible
from amparo.links.models import Link, Merging
from amparo.methods.sameness.births import Births
from amparo.methods.sameness.matches import Names

NAMES: Mapping[Names, Words] = {
    Names.SAME: gettext_lazy("the names agree"),
    Names.OTHER_ORDER: gettext_lazy("the names agree in another order"),
    Names.OTHER_SPELLING: gettext_lazy("the names agree in another spelling"),
    Names.PARTLY: gettext_lazy("some of the names agree"),
}
BIRTHS: Mapping[Births, Words] = {
    Births.SAME_DAY: gettext_lazy("the same date of birth"),
    Births.DAY_AND_MONTH_SWAPPED: gettext_lazy("day and month of birth exchanged"),
    Births.ONE_FIGURE_APART: gettext_lazy("one figure of the date of birth differs"),
    Births.SAME_YEAR: gettext_lazy("the same year of birth"),
    Births.YEARS_NEAR: gettext_lazy("years of birth near each other"),
    Births.UNKNOWN: gettext_lazy("a date of birth is not known"),
    Births.OTHER_DAY: gettext_lazy("another day in the same year"),
    Births.OTHER_YEAR: gettext_lazy("another date of birth"),
}
STEPS: Mapping[str, Words] = {
    Merging.State.ASKED: gettext_lazy("It was proposed to continue this file in another one"),
    Merging.State.MERGED: gettext_lazy("This file is continued in another one"),
    Merging.State.UNDO_ASKED: gettext_lazy("It was proposed that this file stands by itself again"),
    Merging.State.UNDONE: gettext_lazy("This file stands by itself again"),
}


def why(possible: Possible) -> str:
    """The reasons of one file in a sentence's worth of words; a name is in none of them."""
    said = [FOUND_BY[reason] for reason in possible.same]
    if possible.names:
        said += [NAMES[possible.names], BIRTHS[possible.births]]
    return ", ".join(map(str, said))


def bond(row: Link) -> str:
    if not row.relation:
        return row.get_kind_display()
    return _("%(kind)s: %(relation)s") % {
        "kind": row.get_kind_display(),
        "relation": row.get_relation_display(),
    }
