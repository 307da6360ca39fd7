from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AdministrationConfig(AppConfig):
    """Accounts, units and places in them: by those who may open no file."""

    name = "amparo.administration"
    label = "administration"

    def ready(self) -> None:
        from amparo.access import navigation
        from amparo.access.policy import Act
        from amparo.administration import kinds
        from amparo.vocab import citations

        kinds.register_kinds()
        keep = Act.KEEP_ACCOUNTS
        navigation.register(
            navigation.Link(_("Accounts"), "administration:people", "key", keep, 70)
        )
        citations.serve(
            "accounts", "rule", _("Who keeps the accounts opens no file"), "S1 ¶11, S4-IV ¶6"
        )
