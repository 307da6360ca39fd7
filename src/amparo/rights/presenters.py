from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from amparo.access.policy import Act, may
from amparo.access.restriction.queries import restriction_of
from amparo.access.standing import standing_of
from amparo.cases.glance import erased
from amparo.cases.models import Case
from amparo.people.models import User
from amparo.rights.copy_exports.queries import agreed_exports, rests_on_a_basis
from amparo.rights.forms import PARTS
from amparo.rights.models import CopyExport
from amparo.rights.queries import open_request_of


def left_out_words(left_out: Mapping[str, str]) -> str:
    """What a copy leaves out, in words; “nothing” where it leaves out nothing."""
    return ", ".join(str(PARTS[part]) for part in left_out) or _("nothing")


def panel(case: Case, user: User) -> dict[str, Any]:
    """The person's rights on the case page: what this reader can do about them."""
    standing = standing_of(user)
    return {
        "may_give_copy": may(standing, Act.GIVE_COPY),
        "may_export_copy": may(standing, Act.EXPORT_COPY),
        "agreed": _agreed(case, user) if may(standing, Act.EXPORT_COPY) else [],
        "may_restrict": may(standing, Act.RESTRICT),
        "may_ask_erasure": may(standing, Act.ASK_ERASURE) and may(standing, Act.WRITE_CASE),
        "erased": erased(case) is not None,
        "restricted": restriction_of(case.pk) is not None,
    }


def _agreed(case: Case, user: User) -> list[tuple[CopyExport, datetime]]:
    """What this person may take now, as long as the person's own yes stands."""
    return [(row, until) for row, until in agreed_exports(case, user) if rests_on_a_basis(row)]


def erasure(case: Case, user: User) -> dict[str, Any]:
    """That the file was erased, or that the person asks for it."""
    return {
        "certificate": erased(case),
        "request": open_request_of(case),
        "may_erase": may(standing_of(user), Act.ERASE),
    }


def restricted(case: Case, user: User) -> dict[str, Any]:
    """What stands first on the page while the use of the file is restricted."""
    return {
        "restriction": restriction_of(case.pk),
        "may_restrict": may(standing_of(user), Act.RESTRICT),
    }
