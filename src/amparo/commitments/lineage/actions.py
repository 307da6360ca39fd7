"""That texts belong together, and that asks say the same: said by a person, and taken back."""

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require
from amparo.audit.actions import record
from amparo.commitments.lineage.models import Descent, Restatement
from amparo.commitments.lineage.order import said_first
from amparo.commitments.lineage.queries import descents, restatement_of
from amparo.commitments.models import Ask, Document
from amparo.methods import clock
from amparo.people.models import User


@action
def link_texts(earlier: Document, later: Document, *, by: User, kind: str) -> Descent:
    """Raises Refused for two that are linked already, or that stand the wrong way round."""
    require(by, Act.KEEP_COMMITMENTS)
    # Of two who link the same texts at once, the second waits, and then finds the link.
    list(Document.objects.select_for_update().filter(pk__in=[earlier.pk, later.pk]).order_by("pk"))
    if descents().between(earlier, later):
        raise Refused(_("These two texts are linked already. Undo that link first."))
    if said_first(earlier, later) is not earlier:
        names = {"earlier": earlier.key, "later": later.key}
        raise Refused(
            _("%(later)s was said before %(earlier)s. Compare them the other way round.") % names
        )
    row = Descent.objects.create(
        earlier=earlier, later=later, kind=kind, by=by, at=clock.now()
    )  # fmt: skip
    record("said that two texts belong together", by=by, thing=row)
    return row


@action
def unlink_texts(row: Descent, *, by: User) -> None:
    require(by, Act.KEEP_COMMITMENTS)
    record("took back that two texts belong together", by=by, thing=row)
    row.delete()


@action
def say_of_two(one: Ask, other: Ask, *, by: User, same: bool) -> Restatement:
    """Whether the later says again what the earlier asked; the latest word on the two counts."""
    require(by, Act.KEEP_COMMITMENTS)
    if one.document_id == other.document_id:
        raise Refused(_("Two asks of one text do not say each other again."))
    list(Ask.objects.select_for_update().filter(pk__in=[one.pk, other.pk]).order_by("pk"))
    row = restatement_of(one, other) or _row(one, other)
    row.refused, row.by, row.at = not same, by, clock.now()
    row.save()
    record("said whether two asks are the same", by=by, thing=row)
    return row


def _row(one: Ask, other: Ask) -> Restatement:
    if said_first(one.document, other.document) is one.document:
        return Restatement(earlier=one, later=other)
    return Restatement(earlier=other, later=one)


@action
def take_back(row: Restatement, *, by: User) -> None:
    """Nothing is said of the two any more, and they may be proposed again."""
    require(by, Act.KEEP_COMMITMENTS)
    record("took back what was said of two asks", by=by, thing=row)
    row.delete()
