from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RightsConfig(AppConfig):
    name = "amparo.rights"
    label = "rights"

    def ready(self) -> None:
        from amparo.access import navigation, two_persons
        from amparo.access.policy import Act
        from amparo.cases import announcements, panels, timeline
        from amparo.cases.actions import opening
        from amparo.design.paper import letters
        from amparo.rights import history, paper, parts, presenters
        from amparo.rights.actions import disagreements, erasures, retention
        from amparo.rights.copy_exports import actions as copy_exports
        from amparo.rights.copy_exports import shapes
        from amparo.vocab.citations import serve

        opening.stand_beside(disagreements.beside)
        timeline.register(history.entries)
        panels.register(panels.Panel("rights/panel.html", presenters.panel, Act.SEE_CASE, 10))
        panels.register(
            panels.Panel("rights/restricted.html", presenters.restricted, Act.SEE_CASE, 10, "top")
        )
        panels.register(
            panels.Panel("rights/erased.html", presenters.erasure, Act.SEE_CASE, 5, "top")
        )
        shapes.register(copy_exports.as_paper())
        two_persons.register(copy_exports.kind())
        two_persons.register(erasures.kind())
        two_persons.register(retention.purge_kind())
        announcements.subscribe(retention.keep)
        navigation.register(
            navigation.Link(_("Retention"), "retention:list", "hourglass", Act.SEE_RETENTION, 88)
        )
        serve(
            "retention", "rule", _("How long files are kept, as data of the country"), "S1 ¶11",
            at="retention:list",
        )  # fmt: skip
        parts.register_own()
        letters.register(paper.letter())
        serve("erasure", "rule", _("A file erased by two persons, with a certificate"), "S1 ¶11")
        serve(
            "restriction", "rule", _("The use of a file restricted at the person's word"), "S1 ¶11"
        )
        serve(
            "persons_copy", "rule", _("The person's copy of the file, in their language"),
            "S1 ¶11, S0 ¶5",
        )  # fmt: skip
        serve("copy_exports", "rule", _("A copy for somebody else leaves by two persons"), "S1 ¶11")
        serve("who_looked", "rule", _("The person learns who looked, and why"), "S1 ¶11")
        serve("disagreement", "rule", _("The person's disagreement stands beside it"), "S1 ¶11")
