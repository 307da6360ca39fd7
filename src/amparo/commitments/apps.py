from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommitmentsConfig(AppConfig):
    name = "amparo.commitments"
    label = "commitments"

    def ready(self) -> None:
        from amparo.access import navigation  # the models come first
        from amparo.access.policy import Act
        from amparo.commitments import answers, live
        from amparo.commitments.due.screens import register_screens
        from amparo.commitments.lineage.screens import register_screens as of_lineage
        from amparo.vocab import citations

        navigation.register(
            navigation.Link(_("Commitments"), "commitments:list", "book", Act.SEE_COMMITMENTS, 70)
        )
        citations.serve(
            "commitments",
            "screen",
            _("Who asks what of whom, by when: the texts and their paragraphs"),
            "S2 ¶2, S2 ¶4, S2 ¶22, S1 ¶12, S3 ¶14, S4-I ¶1, S4-I ¶27, S4-V ¶10",
            at="commitments:list",
        )
        citations.serve(
            "bring_a_text",
            "screen",
            _("A resolution read, compared with its text and corrected before it is followed up"),
            "S2 ¶2, S4-I ¶1",
            at="commitments:loadings",
        )
        citations.serve(
            "asked_of_us",
            "screen",
            _("What is asked of this country, with whom it is in charge and where it stands"),
            "S2 ¶1, S2 ¶2, S1 ¶1, S3 ¶1, S4-I ¶1",
            at="commitments:asked",
        )
        citations.serve(
            "reports",
            "screen",
            _("What is asked, what is done about it and what shows it, as of one day"),
            "S2 ¶4, S2 ¶21, S2 ¶22, S1 ¶12, S3 ¶14, S4-I ¶27",
            at="commitments:reports",
        )
        citations.serve(
            "coverage_of_texts",
            "screen",
            _("Which paragraphs something here serves, and which nothing does yet"),
            "S2 ¶2",
            at="commitments:coverage",
        )
        live.register("S0", "5", answers.referral)
        register_screens()
        of_lineage()
