from collections.abc import Mapping
from uuid import uuid4

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from amparo.access.acting import action
from amparo.access.log_exports.models import LogExport
from amparo.access.log_exports.queries import (
    EXPORT_AUDIT,
    EXPORT_LOG,
    EXPORTED,
    export_with,
    stands_in_rows,
)
from amparo.access.log_search import LogSearch
from amparo.access.policy import Act
from amparo.access.standing import Refused, require
from amparo.access.two_persons import Kind, Proposal, propose
from amparo.methods import clock
from amparo.people.models import User


@action
def ask_for_rows(question: Mapping[str, str], *, by: User, reason: str) -> Proposal:
    """Ask a second person to let the rows leave that a question finds. Raises Refused."""
    require(by, Act.SEE_LOG)
    asked = LogSearch(dict(question)).question
    if asked is None:
        raise Refused(_("The question has a fault: mend it on the page of the log first."))
    row = LogExport(question=asked.kept, by=by, at=clock.now())
    row.rows = row.found()[: EXPORTED + 1].count()
    if row.rows > EXPORTED:
        raise Refused(
            _("More than %(most)s rows fit: ask for fewer days, or for one person or file.")
            % {"most": EXPORTED}
        )
    row.save(force_insert=True)
    return propose(EXPORT_LOG, by=by, subject=row.pk, reason=reason)


def ask_for_all(*, by: User, reason: str) -> Proposal:
    """Ask a second person to let the whole log leave, with its signed heads. Raises Refused."""
    return propose(EXPORT_AUDIT, by=by, subject=uuid4(), reason=reason)


def _agreed(proposal: Proposal, by: User) -> None:
    """The yes is the deed: for a day from now whoever asked may take the file."""


def _concerns(proposal: Proposal, user: User) -> bool:
    row = export_with(proposal.subject)
    return row is not None and stands_in_rows(user, row.asked)


def _says(proposal: Proposal) -> str:
    row = export_with(proposal.subject)
    if row is None:
        return _("Take rows out of the log")
    return ngettext(
        "%(rows)s row of the log leaves as a file for a spreadsheet: %(asked)s.",
        "%(rows)s rows of the log leave as a file for a spreadsheet: %(asked)s.",
        row.rows,
    ) % {"rows": row.rows, "asked": "; ".join(row.asked.in_words()) or _("every row")}


def kinds() -> tuple[Kind, Kind]:
    ask, agree = Act.SEE_LOG, Act.APPROVE_EXPORT
    rows, whole = gettext_lazy("Take rows out of the log"), gettext_lazy("Take the whole log out")
    return (
        Kind(EXPORT_LOG, rows, ask, agree, _agreed, _says, _concerns),
        Kind(
            EXPORT_AUDIT, whole, ask, agree, _agreed,
            lambda proposal: _(
                "The whole log leaves as a file, with its signed heads, to be checked elsewhere."
            ),
        ),
    )  # fmt: skip
