from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    name = "amparo.directory"
    label = "directory"

    def ready(self) -> None:
        from amparo.access import home
        from amparo.access.navigation import Link, register  # the models come first
        from amparo.access.policy import Act
        from amparo.directory import blocks
        from amparo.vocab.citations import serve

        register(Link(_("Services"), "directory:list", "bed", Act.SEE_SERVICES, 50))
        home.register(
            home.Block(
                _("Places to confirm"), "directory/home_stale.html", blocks.stale,
                Act.KEEP_PLACES, 25,
            )
        )  # fmt: skip
        home.register(
            home.Block(
                _("Accreditations that end"), "directory/imports/home_ending.html",
                blocks.ending, Act.KEEP_DIRECTORY, 60,
            )
        )  # fmt: skip
        serve(
            "service_lists",
            "screen",
            _("Lists of services brought in and taken out"),
            "S0 ¶5, S2 ¶6",
            at="directory:imports",
        )
        serve(
            "services",
            "screen",
            _("Services and whom they take"),
            "S0 ¶5, S2 ¶6",
            at="directory:list",
        )
        serve(
            "directory_for_programs",
            "screen",
            _("The directory for programs, by the open standard HSDS 3.1"),
            "S0 ¶5, S2 ¶6",
            at="hsds:root",
        )
