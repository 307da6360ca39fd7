"""Who writes what is done about an ask: the bureau, and for its own part who answers for it."""

from django.utils.translation import gettext as _

from amparo.access.policy import Act, may
from amparo.access.standing import NotAllowed, standing_of
from amparo.commitments.following.models import Institution
from amparo.people.models import User


def may_speak_for(user: User, institution: Institution | None) -> bool:
    """Steps and evidence: whoever keeps the commitments, or works in the institution's own unit."""
    standing = standing_of(user)
    if may(standing, Act.KEEP_COMMITMENTS):
        return True
    return institution is not None and institution.unit_id in standing.units


def require_to_speak_for(by: User, institution: Institution | None) -> None:
    if not may_speak_for(by, institution):
        sentence = _("Only the bureau and the unit of the institution in charge write this.")
        raise NotAllowed(sentence, Act.KEEP_COMMITMENTS)
