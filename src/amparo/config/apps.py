from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "amparo.config"
    label = "config"

    def ready(self) -> None:
        from amparo.config import checks  # noqa: F401  importing registers them
