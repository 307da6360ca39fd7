"""What cuts across the tracks of a file: somebody is missing, threatened, trafficked again."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "amparo.events"
    label = "events"

    def ready(self) -> None:
        from amparo.access.policy import Act
        from amparo.cases import panels
        from amparo.cases.pages import register
        from amparo.events import effects, hindrances, history, presenters
        from amparo.events.deeds import PAGE
        from amparo.vocab.citations import serve

        register.register(PAGE, entries=history.entries, tasks=presenters.tasks)
        panels.register(panels.Panel("events/alert.html", presenters.alert, Act.SEE_CASE, 1, "top"))
        effects.register()
        hindrances.register()
        serve("events", "rule", _("What an event stops, starts, and whom it tells"), "S0 ¶5")
        serve(
            "missing", "rule", _("A missing person: everybody concerned is told at once"),
            "S0 ¶5, S1 ¶11",
        )  # fmt: skip
        serve(
            "retrafficked", "rule", _("The same person, another episode, the same file"),
            "S0 ¶5",
        )  # fmt: skip
        serve("threat", "rule", _("A threat, and what was done against it"), "S0 ¶5, S1 ¶11")
        serve("language_changed", "rule", _("In another language, told anew"), "S0 ¶5, S1 ¶11")
