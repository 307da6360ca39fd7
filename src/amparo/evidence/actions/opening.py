"""The one way to an item's key: the right on the dossier first, then a purpose."""

from amparo.access.policy import Act
from amparo.access.standing import require_on_case
from amparo.evidence.models import Item
from amparo.justice.dossiers.opening import refuse_if_erased
from amparo.people.models import User
from amparo.vault.actions import Opened, open_sealed
from amparo.vault.models import Compartment

WRITING = "writing"


def opened_item(item: Item, *, by: User, purpose: str = WRITING) -> Opened:
    """What is sealed of the item, its custody and its payments has this key. Raises Refused."""
    require_on_case(by, Act.OPEN_EVIDENCE, item.dossier_id)
    refuse_if_erased(item.dossier)
    return open_sealed(item.dossier_id, Compartment.EVIDENCE, by=by, purpose=purpose, thing=item)
