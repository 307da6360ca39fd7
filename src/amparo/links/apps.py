"""Which files belong together: the same person twice, families, people found together."""

from django.apps import AppConfig


class LinksConfig(AppConfig):
    name = "amparo.links"
    label = "links"
