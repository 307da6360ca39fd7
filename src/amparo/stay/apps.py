"""Residence and return (S4-III ¶8, S4-IV ¶4)."""

from django.apps import AppConfig


class StayConfig(AppConfig):
    name = "amparo.stay"
    label = "stay"
