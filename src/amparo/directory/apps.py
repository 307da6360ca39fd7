from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    name = "amparo.directory"
    label = "directory"

    def ready(self) -> None:
        from amparo.access.navigation import Link, register  # the models come first
        from amparo.access.policy import Act
        from amparo.vocab.citations import serve

        register(Link(_("Services"), "directory:list", "bed", Act.SEE_SERVICES, 50))
        serve(
            "services",
            "screen",
            _("Services and whom they take"),
            "S0 ¶5, S2 ¶6",
            at="directory:list",
        )
