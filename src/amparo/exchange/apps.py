"""Files to and from other systems, in an open standard."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "amparo.exchange"
    label = "exchange"
