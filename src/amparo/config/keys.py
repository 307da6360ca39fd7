"""A change of keys by hand is a deed of two persons; neither room knows of the other."""

from django.utils.translation import gettext_lazy as _

from amparo.access.policy import Act
from amparo.access.two_persons import Kind, Proposal, register
from amparo.people.models import User
from amparo.vault.epochs import order_key_change

CHANGE_KEYS = "change_keys"


def register_key_change() -> None:
    """Whoever keeps the accounts or watches over data protection asks, another of them agrees."""
    register(
        Kind(
            CHANGE_KEYS,
            _("Change the keys before the month ends"),
            ask=Act.CHANGE_KEYS,
            approve=Act.CHANGE_KEYS,
            run=_order,
            says=lambda _proposal: _(
                "A new key is made and every file's keys are put under it at the next run of the"
                " service. Files stay readable as before. Do this when somebody may have the key."
            ),
        )
    )


def _order(proposal: Proposal, by: User) -> None:
    order_key_change(proposal.pk, by=by)
