"""What cuts across the tracks of a file: somebody is missing, threatened, trafficked again."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "amparo.events"
    label = "events"
