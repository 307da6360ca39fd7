from django.utils.translation import gettext as _

from amparo.cases.models import Case
from amparo.links.queries import merging_of


def not_while_merged(case: Case) -> str:
    """What is written goes to the file that goes on, so that nothing is in two places."""
    if merging_of(case) is None:
        return ""
    return _("This file is continued in another one: write there, or undo the merge.")
