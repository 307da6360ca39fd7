"""The Child route: is the child safe, and heard? (S4-III ¶2, S4-IV ¶6)

Doubt is a child until an age decision; a guardian before anything else; the child's own words in
each decision. Every row is written once.
"""


def begin() -> None:
    """Add this route to the pages and registers of its room, when the product starts."""
    from amparo.access.policy import Act
    from amparo.cases import panels
    from amparo.cases.child import hindrances, history, presenters
    from amparo.cases.child.deeds import PAGE
    from amparo.cases.pages import register

    register.register(PAGE, entries=history.entries, tasks=presenters.tasks)
    panels.register(panels.Panel("cases/child/panel.html", presenters.panel, Act.SEE_CASE, 4))
    hindrances.register()
    _say_what_this_serves()


def _say_what_this_serves() -> None:
    from django.utils.translation import gettext_lazy as _

    from amparo.vocab.citations import serve

    serve(
        "child_route", "rule", _("Doubt about age is a child"),
        "S0 ¶1, S4-III ¶2, S4-IV ¶3, S4-IV ¶6",
    )  # fmt: skip
    serve(
        "age_decision",
        "rule",
        _("An age decided with consent, and contested"),
        "S4-III ¶2, S4-IV ¶6",
    )
    serve("guardian", "rule", _("A guardian without a conflict of interest"), "S4-III ¶2, S4-IV ¶6")
    serve(
        "child_information", "rule", _("A child is told, in a fitting way, what is going on"),
        "S4-IV ¶6, S4-IV ¶8",
    )  # fmt: skip
    serve(
        "child_meeting", "rule", _("No child is met alone, unless it says why"),
        "S4-III ¶2, S4-IV ¶6",
    )  # fmt: skip
    serve(
        "best_interests", "rule", _("Options, the child’s words, reasons, for each decision"),
        "S4-III ¶2, S4-III ¶7, S4-IV ¶3, S4-IV ¶4",
    )  # fmt: skip
    serve(
        "family_tracing", "rule", _("No family is looked for before the risk is answered"),
        "S4-III ¶2, S4-IV ¶4",
    )  # fmt: skip
    serve(
        "child_detained", "rule", _("Detention as the last resort, with an alarm in hours"),
        "S4-III ¶3",
    )  # fmt: skip
    serve(
        "recruited_child", "rule", _("Victim status and proceedings, two facts apart"),
        "S4-III ¶4, S4-III ¶7, S4-III ¶8, S4-IV ¶3, S4-IV ¶4",
    )  # fmt: skip
