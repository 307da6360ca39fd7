from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    name = "amparo.cases"
    label = "cases"

    def ready(self) -> None:
        from amparo.access import home, navigation, two_persons
        from amparo.access.policy import Act
        from amparo.cases import blocks, child, panels, queries, todo
        from amparo.cases.actions import closings
        from amparo.cases.actions.erasing import forget
        from amparo.cases.clocks import checks  # noqa: F401  importing registers them
        from amparo.cases.decisions import presenters, second
        from amparo.cases.finding.actions import lookups
        from amparo.cases.pages import register as pages
        from amparo.screening import next_steps
        from amparo.vault import erasure

        for kind in (*closings.kinds(), second.kind()):
            two_persons.register(kind)
        erasure.subscribe(lookups.forget)
        self._tell_what_happened()
        panels.register(panels.Panel("cases/clocks.html", blocks.clocks, Act.SEE_CASE, 5))
        child.begin()
        pages.show()
        todo.register(presenters.tasks)
        erasure.subscribe(forget)
        next_steps.register(
            next_steps.NextStep(_("Open a file"), "cases:open", queries.awaits_its_file)
        )
        navigation.register(navigation.Link(_("Files"), "cases:list", "folder", Act.SEE_CASES, 20))
        home.register(home.Block(_("Due"), "cases/home_due.html", blocks.due, Act.SEE_CASES, 10))
        navigation.register(
            navigation.Link(
                _("Notices without identity"), "cases:notifications", "file-text", Act.RECEIVE, 25
            )
        )
        home.register(
            home.Block(_("Notices"), "cases/home_notices.html", blocks.notices, Act.SEE_CASES, 8)
        )
        title = _("Emergency openings")
        see = Act.SEE_GLASS
        navigation.register(
            navigation.Link(_("Emergencies"), "cases:emergencies", "alert-triangle", see, 80)
        )
        home.register(home.Block(title, "cases/home_emergencies.html", blocks.emergencies, see, 5))
        self._show_queues()
        self._ask_and_print_for_the_country()
        self._cite()

    def _tell_what_happened(self) -> None:
        from amparo.cases import history, timeline
        from amparo.cases.attachments import history as attachments
        from amparo.cases.clocks import history as clocks
        from amparo.cases.decisions import history as decisions
        from amparo.cases.queues import history as assignments

        for room in (history, attachments, decisions, clocks, assignments):
            timeline.register(room.entries)

    def _show_queues(self) -> None:
        from amparo.access import home, navigation
        from amparo.access.policy import Act
        from amparo.cases import panels
        from amparo.cases.queues import blocks

        see, assign = Act.SEE_CASE, Act.ASSIGN
        panels.register(panels.Panel("cases/carried.html", blocks.carriers, see, 20, "top"))
        navigation.register(navigation.Link(_("Queues"), "cases:queue", "list-check", assign, 22))
        home.register(
            home.Block(_("Assigned to you"), "cases/home_carried.html", blocks.mine, assign, 9)
        )

    def _ask_and_print_for_the_country(self) -> None:
        from amparo.cases import questions
        from amparo.cases.decisions.notices import words as notice
        from amparo.design.paper import letters

        questions.begin()
        letters.register(notice.LETTER)

    def _cite(self) -> None:
        from amparo.vocab.citations import serve

        serve("file", "screen", _("A person's file"), "S0 ¶5, S1 ¶11", at="cases:list")
        serve("referral", "rule", _("A referral to the bureau, with its outcomes"), "S0 ¶5")
        serve(
            "clocks",
            "screen",
            _("What is due by when, and whose duty it is"),
            "S0 ¶5, S4-V ¶5",
            at="cases:due",
        )
        serve("decision", "rule", _("Decisions in two steps, with a protected period"), "S0 ¶5")
        serve(
            "reconsideration", "rule", _("Another decision, taken by somebody else"),
            "S0 ¶5, S1 ¶11",
        )  # fmt: skip
        serve(
            "notification", "screen", _("Adults who refused, counted without identity"),
            "S0 ¶5, S1 ¶11", at="cases:notifications",
        )  # fmt: skip
        serve(
            "notice", "rule", _("A notice of the decision in plain words, and who was told how"),
            "S0 ¶5, S1 ¶11",
        )  # fmt: skip
        serve(
            "queues", "screen", _("Files that wait, and who carries each"), "S0 ¶5",
            at="cases:queue",
        )  # fmt: skip
        serve("signal", "rule", _("A signal noted before anybody could screen"), "S0 ¶5")
        serve("tracks", "rule", _("Four tracks beside each other"), "S0 ¶5, S1 ¶5, S1 ¶11")
        serve("closing", "rule", _("A file closed and reopened by two persons"), "S0 ¶5, S1 ¶11")
        serve("consent", "rule", _("Consent per purpose, ended on any day"), "S0 ¶5, S1 ¶11")
        serve(
            "emergency", "rule", _("A file opened in an emergency, and reviewed"),
            "S1 ¶11, S4-IV ¶6",
        )  # fmt: skip
        serve("attachments", "rule", _("Attachments sealed, shown without hidden data"), "S1 ¶11")
        serve(
            "finding",
            "screen",
            _("Whether a person is known already"),
            "S0 ¶5, S1 ¶11",
            at="cases:find",
        )
        serve("identity", "rule", _("Names sealed, opened with a purpose"), "S1 ¶11, S4-IV ¶6")
