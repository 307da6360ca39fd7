from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccessConfig(AppConfig):
    name = "amparo.access"
    label = "access"

    def ready(self) -> None:
        from amparo.access import navigation
        from amparo.access.policy import Act
        from amparo.vocab import citations

        navigation.register(navigation.Link(_("Today"), "home", "home", Act.SEE_HOME, 0))
        navigation.register(navigation.Link(_("Log"), "log", "history", Act.SEE_LOG, 90))
        citations.serve("log", "screen", _("The log of who opened what"), "S1 ¶11", at="log")
        citations.serve(
            "access", "rule", _("A file opens only to those it is shared with"), "S1 ¶11, S4-IV ¶6"
        )
