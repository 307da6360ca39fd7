"""Which files belong together: the same person twice, families, people found together."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LinksConfig(AppConfig):
    name = "amparo.links"
    label = "links"

    def ready(self) -> None:
        from amparo.access import two_persons
        from amparo.access.policy import Act
        from amparo.cases import guards, panels
        from amparo.cases.pages import register
        from amparo.links import history, presenters
        from amparo.links.actions import merging
        from amparo.links.deeds import PAGE
        from amparo.links.guard import not_while_merged
        from amparo.links.queries import merged_files
        from amparo.vocab.citations import serve

        register.register(PAGE, entries=history.entries, tasks=presenters.tasks)
        panels.register(
            panels.Panel("links/merged.html", presenters.panel, Act.SEE_CASE, 10, "top")
        )
        guards.before_writing(not_while_merged, merged_files)
        for kind in merging.kinds():
            two_persons.register(kind)
        serve("same_person", "rule", _("Nobody is asked twice, nor counted twice"), "S0 ¶5, S1 ¶11")
        serve(
            "bonds", "rule", _("Who belongs together, told only to who may know both"),
            "S1 ¶11, S4-IV ¶6",
        )  # fmt: skip
        serve(
            "together", "screen", _("Several people found at one place"), "S0 ¶5",
            at="links:together",
        )  # fmt: skip
