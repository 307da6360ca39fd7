"""The Support track: help that waits for no decision (S1 ¶5, S1 ¶11)."""

from django.apps import AppConfig


class SupportConfig(AppConfig):
    name = "amparo.support"
    label = "support"
