from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ScreeningConfig(AppConfig):
    name = "amparo.screening"
    label = "screening"

    def ready(self) -> None:
        from amparo.access import home, navigation  # the models come first
        from amparo.access.policy import Act
        from amparo.screening.actions import forget
        from amparo.screening.presenters import home_drafts
        from amparo.vault.erasure import subscribe
        from amparo.vocab.citations import serve

        subscribe(forget)
        navigation.register(
            navigation.Link(_("Screenings"), "screening:list", "list-check", Act.SCREEN, 10)
        )
        home.register(
            home.Block(_("Screenings"), "screening/home_drafts.html", home_drafts, Act.SCREEN, 30)
        )
        serve(
            "screening", "screen", _("Screening on a phone"), "S0 ¶5, S2 ¶14", at="screening:start"
        )
