"""The Justice track: dates and duties of proceedings (S1 ¶9, S1 ¶11)."""

from django.apps import AppConfig


class JusticeConfig(AppConfig):
    name = "amparo.justice"
    label = "justice"
