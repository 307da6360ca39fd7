"""The Justice track: dates and duties of proceedings (S1 ¶9, S1 ¶11)."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JusticeConfig(AppConfig):
    name = "amparo.justice"
    label = "justice"

    def ready(self) -> None:
        from amparo.access import navigation
        from amparo.access.policy import Act
        from amparo.cases import announcements
        from amparo.cases.pages import register
        from amparo.justice import history, presenters
        from amparo.justice.actions.handing import forget, keep_in_step
        from amparo.justice.deeds import PAGE
        from amparo.justice.dossier_deeds import OFFENDERS
        from amparo.justice.dossiers import register as dossiers
        from amparo.vault import erasure
        from amparo.vocab.citations import serve

        register.register(PAGE, entries=history.entries, tasks=presenters.tasks)
        dossiers.register(OFFENDERS, summary=presenters.offenders_summary)
        announcements.subscribe(keep_in_step)
        erasure.subscribe(forget)
        see = Act.SEE_DOSSIERS
        navigation.register(navigation.Link(_("Dossiers"), "justice:dossiers", "scale", see, 45))
        serve("justice", "rule", _("Dates and duties of proceedings, beside support"), "S1 ¶11")
        serve(
            "dossier", "screen", _("What who investigates may see of a person"), "S1 ¶11",
            at="justice:dossiers",
        )  # fmt: skip
        serve("offenders", "rule", _("Who is alleged to have exploited, sealed apart"), "S1 ¶11")
