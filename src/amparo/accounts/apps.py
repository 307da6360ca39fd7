from django.apps import AppConfig
from django.conf import settings


class AccountsConfig(AppConfig):
    """Signing in: passwords, second factors, sessions, single sign-on."""

    name = "amparo.accounts"
    label = "accounts"

    def ready(self) -> None:
        """A fault in a file of the administrator's stops the start, and says where it is."""
        from amparo.accounts.passwords import breached_file
        from amparo.accounts.sign_on.configuration import issuers

        issuers()
        if settings.BREACHED_PASSWORDS:
            breached_file(settings.BREACHED_PASSWORDS)
