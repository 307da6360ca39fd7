from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FiguresConfig(AppConfig):
    name = "amparo.figures"
    label = "figures"

    def ready(self) -> None:
        from amparo.access import home, navigation  # the models come first
        from amparo.access.policy import Act
        from amparo.cases import announcements
        from amparo.figures import blocks
        from amparo.figures.actions import keep

        announcements.subscribe(keep)
        navigation.register(
            navigation.Link(_("Figures"), "figures:table", "chart-bar", Act.SEE_FIGURES, 60)
        )
        home.register(
            home.Block(_("Figures"), "figures/home.html", blocks.coverage, Act.SEE_FIGURES, 80)
        )
        self._cite()

    def _cite(self) -> None:
        from amparo.vocab.citations import serve

        page, table = "figures:table", _("Files by form of exploitation, sex and age")
        serve("figures", "screen", _("Figures of a year"), "S3 ¶8, S2 ¶21, S0 ¶5", at=page)
        serve("yearly_table", "figure", table, "S3 ¶8, S2 ¶21", at=page)
        alleged = _("Acts alleged against possible victims, requests made, and outcomes")
        serve(
            "alleged", "figure", alleged, "S4-V ¶6, S4-III ¶7, S4-IV ¶3, S3 ¶8", at=page
        )  # fmt: skip
        serve("files_per_year", "figure", _("Files opened per year"), "S3 ¶8, S0 ¶5", at=page)
        serve(
            "small_counts", "rule", _("Small counts are hidden, and cannot be subtracted"),
            "S3 ¶8, S1 ¶11", at=page,
        )  # fmt: skip
