from django.apps import AppConfig


class DesignConfig(AppConfig):
    name = "amparo.design"
    label = "design"

    def ready(self) -> None:
        from amparo.design.paper import checks  # noqa: F401  importing registers them
