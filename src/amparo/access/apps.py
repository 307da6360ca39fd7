from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccessConfig(AppConfig):
    name = "amparo.access"
    label = "access"

    def ready(self) -> None:
        from amparo.access import home, navigation
        from amparo.access.log_exports import actions as log_exports
        from amparo.access.policy import SEALED, Act
        from amparo.access.restriction.guard import guard
        from amparo.access.two_persons import blocks, register
        from amparo.access.views import act_of
        from amparo.accounts import limits
        from amparo.vault.actions import guard_with
        from amparo.vocab import citations

        limits.register(lambda view: act_of(view) in SEALED)
        guard_with(guard)
        for kind in log_exports.kinds():
            register(kind)
        navigation.register(navigation.Link(_("Today"), "home", "home", Act.SEE_HOME, 0))
        navigation.register(navigation.Link(_("Log"), "log", "history", Act.SEE_LOG, 90))
        title = _("Waiting for a second person")
        may_see = Act.SEE_PROPOSALS
        navigation.register(navigation.Link(_("Two persons"), "proposals", "users", may_see, 85))
        home.register(
            home.Block(title, "access/home_proposals.html", blocks.to_decide, may_see, 85)
        )
        citations.serve("two_persons", "rule", _("What nobody does alone"), "S1 ¶11")
        citations.serve("log", "screen", _("The log of who opened what"), "S1 ¶11", at="log")
        citations.serve(
            "access", "rule", _("A file opens only to those it is shared with"), "S1 ¶11, S4-IV ¶6"
        )
