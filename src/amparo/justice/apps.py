"""The Justice track: dates and duties of proceedings, and what stays apart (S1 ¶9, S1 ¶11)."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JusticeConfig(AppConfig):
    name = "amparo.justice"
    label = "justice"

    def ready(self) -> None:
        from amparo.cases import announcements
        from amparo.design.paper import letters
        from amparo.justice import guards
        from amparo.justice.actions.handing import forget, keep_in_step
        from amparo.justice.letter import LETTER
        from amparo.vault import erasure

        self._show_on_the_file()
        self._show_on_the_dossier()
        self._show_at_the_desk()
        announcements.subscribe(keep_in_step)
        erasure.subscribe(forget)
        letters.register(LETTER)
        guards.register()
        self._cite()

    def _show_on_the_file(self) -> None:
        from amparo.cases.pages import register
        from amparo.justice import history, presenters
        from amparo.justice.deeds import NON_PUNISHMENT, PAGE

        register.register(PAGE, entries=history.entries, tasks=presenters.tasks)
        register.register(
            NON_PUNISHMENT,
            entries=history.of_non_punishment,
            tasks=presenters.non_punishment_tasks,
        )

    def _show_on_the_dossier(self) -> None:
        from amparo.justice import dossier_presenters as shown
        from amparo.justice.dossier_deeds import ASSETS, OFFENDERS, PROCEEDINGS
        from amparo.justice.dossiers import register

        register.register(PROCEEDINGS, summary=shown.proceedings_summary)
        register.register(OFFENDERS, summary=shown.offenders_summary)
        register.register(ASSETS, summary=shown.assets_summary)

    def _show_at_the_desk(self) -> None:
        from amparo.access import home, navigation
        from amparo.access.policy import Act
        from amparo.justice import presenters

        dossiers, cases, title = Act.SEE_DOSSIERS, Act.SEE_CASES, _("Non-punishment")
        for link in (
            navigation.Link(_("Dossiers"), "justice:dossiers", "scale", dossiers, 45),
            navigation.Link(title, "justice:allegations", "shield-check", cases, 27),
        ):
            navigation.register(link)
        home.register(home.Block(title, "justice/home.html", presenters.home, cases, 12))

    def _cite(self) -> None:
        from amparo.vocab.citations import serve

        serve(
            "justice", "rule", _("Dates and duties of proceedings, beside support"),
            "S1 ¶9, S1 ¶11, S2 ¶18",
        )  # fmt: skip
        serve(
            "dossier", "screen", _("What who investigates may see of a person"), "S1 ¶11",
            at="justice:dossiers",
        )  # fmt: skip
        serve("offenders", "rule", _("Who is alleged to have exploited, sealed apart"), "S1 ¶11")
        serve("hearings", "rule", _("Hearings with what protects the person there"), "S1 ¶11")
        serve("protection", "rule", _("Witnesses and families kept from reprisals"), "S1 ¶11")
        serve("compensation", "rule", _("Compensation claimed, awarded and paid"), "S1 ¶11")
        serve("assets", "rule", _("Assets frozen, confiscated and given back"), "S1 ¶9")
        serve(
            "non_punishment", "screen",
            _("Acts held against a person, the request not to punish, the answer"),
            "S4-V ¶6, S4-III ¶7, S4-IV ¶3", at="justice:allegations",
        )  # fmt: skip
