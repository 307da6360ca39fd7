from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "amparo.config"
    label = "config"

    def ready(self) -> None:
        from amparo.config import checks  # noqa: F401  importing registers them
        from amparo.config.keys import register_key_change

        register_key_change()
