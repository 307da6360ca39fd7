"""The Support track: help that waits for no decision (S1 ¶5, S1 ¶11)."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SupportConfig(AppConfig):
    name = "amparo.support"
    label = "support"

    def ready(self) -> None:
        from amparo.access.policy import Act
        from amparo.cases import announcements, panels
        from amparo.cases.pages import register
        from amparo.support import hindrances, history, presenters
        from amparo.support.actions.times import follow_the_track
        from amparo.support.deeds import PAGE

        register.register(PAGE, entries=history.entries, tasks=presenters.tasks)
        announcements.subscribe(follow_the_track)
        hindrances.register()
        panels.register(
            panels.Panel("support/health_way.html", presenters.health, Act.WRITE_HEALTH, 4)
        )
        self._cite()

    def _cite(self) -> None:
        from amparo.vocab.citations import serve

        serve(
            "support_track", "rule", _("Help that waits for no decision, to its end and after"),
            "S0 ¶5, S1 ¶5, S1 ¶11",
        )  # fmt: skip
        serve(
            "support_assessment", "rule", _("Needs and risks assessed, and again in time"),
            "S0 ¶5, S1 ¶11",
        )  # fmt: skip
        serve("support_plan", "rule", _("A plan agreed with the person"), "S0 ¶5, S1 ¶5")
        serve(
            "support_services", "rule",
            _("Each service by its own referral, and what the person says of it"),
            "S0 ¶5, S1 ¶5, S2 ¶6",
        )  # fmt: skip
        serve("health_notes", "rule", _("Health notes that only their own unit opens"), "S1 ¶11")
        serve("safe_contact", "rule", _("Nobody is called but by a safe way"), "S1 ¶11")
        serve("relatives_at_risk", "rule", _("Dependants and family at risk"), "S1 ¶11")
        serve(
            "social_inclusion", "rule", _("Back into society, work and education"), "S1 ¶5, S2 ¶6"
        )
        serve(
            "support_exit", "rule", _("An exit with a plan, and follow-ups for a year"),
            "S1 ¶5, S1 ¶11",
        )  # fmt: skip
