"""Residence and return (S4-III ¶8, S4-IV ¶4)."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StayConfig(AppConfig):
    name = "amparo.stay"
    label = "stay"

    def ready(self) -> None:
        from amparo.cases.pages import register
        from amparo.stay import happenings, hindrances, history, presenters
        from amparo.stay.deeds import PAGE
        from amparo.vocab.citations import serve

        register.register(PAGE, entries=history.entries, tasks=presenters.tasks)
        hindrances.register()
        happenings.register()
        serve(
            "stay", "rule", _("A stay with its ground, its days and its alarms"),
            "S0 ¶5, S4-III ¶8",
        )  # fmt: skip
        serve(
            "return", "rule", _("A return only at the person’s own, informed wish"),
            "S1 ¶11, S4-III ¶8, S4-IV ¶4",
        )  # fmt: skip
        serve(
            "return_risks", "rule", _("The risks of a return, assessed in both places"),
            "S4-III ¶8, S4-IV ¶4",
        )  # fmt: skip
        serve(
            "return_monitoring", "rule", _("An arrival confirmed, and a year of asking"),
            "S4-III ¶8, S4-IV ¶4",
        )  # fmt: skip
