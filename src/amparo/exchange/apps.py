"""Files to and from other systems, in an open standard."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExchangeConfig(AppConfig):
    name = "amparo.exchange"
    label = "exchange"

    def ready(self) -> None:
        from amparo.access import navigation
        from amparo.access.policy import Act
        from amparo.cases.pages.register import register
        from amparo.exchange import forgetting, history, leaving, presenters
        from amparo.exchange.arriving import bringing
        from amparo.exchange.deeds import PAGE
        from amparo.links.actions.looking import look_for_new
        from amparo.rights.copy_exports import shapes
        from amparo.vault import erasure
        from amparo.vocab.citations import serve

        register(PAGE, entries=history.entries, tasks=presenters.tasks)
        shapes.register(leaving.shape())
        erasure.subscribe(forgetting.forget)
        bringing.subscribe(look_for_new)
        navigation.register(
            navigation.Link(_("Bring files in"), "arrivals:arrive", "upload", Act.OPEN_FILE, 27)
        )
        serve(
            "exchange", "rule", _("A file as records of an open standard, out and in"),
            "S2 ¶18, S2 ¶21, S1 ¶11",
        )  # fmt: skip
        serve(
            "arrivals", "screen", _("Files that another system sends, looked at before they count"),
            "S0 ¶5, S1 ¶11", at="arrivals:arrive",
        )  # fmt: skip
