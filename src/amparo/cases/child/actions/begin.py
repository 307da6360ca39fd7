from django.utils.translation import gettext as _

from amparo.access.standing import Refused
from amparo.cases.models import Case
from amparo.cases.pages.writing import begin
from amparo.people.models import User


def begin_for_child(case: Case, *, by: User) -> Case:
    case = begin(case, by=by)
    if not case.treated_as_child:
        raise Refused(
            _("The person is an adult: this is for a child, or where the age is in doubt.")
        )
    return case
