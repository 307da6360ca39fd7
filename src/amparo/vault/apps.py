from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "amparo.vault"
    label = "vault"

    def ready(self) -> None:
        from amparo.audit import keyfile
        from amparo.vault import checks, escrow  # noqa: F401  checks register themselves

        keyfile.subscribe(escrow.keep)
