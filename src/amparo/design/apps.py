from django.apps import AppConfig


class DesignConfig(AppConfig):
    name = "amparo.design"
    label = "design"
