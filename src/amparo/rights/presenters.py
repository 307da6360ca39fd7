from typing import Any

from amparo.access.policy import Act, may
from amparo.access.restriction.queries import restriction_of
from amparo.access.standing import standing_of
from amparo.cases.models import Case
from amparo.cases.queries import erased
from amparo.people.models import User
from amparo.rights.queries import open_request_of


def panel(case: Case, user: User) -> dict[str, Any]:
    """The person's rights on the case page: what this reader can do about them."""
    standing = standing_of(user)
    return {
        "may_give_copy": may(standing, Act.GIVE_COPY),
        "may_restrict": may(standing, Act.RESTRICT),
        "may_ask_erasure": may(standing, Act.ASK_ERASURE) and may(standing, Act.WRITE_CASE),
        "erased": erased(case) is not None,
        "restricted": restriction_of(case.pk) is not None,
    }


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
