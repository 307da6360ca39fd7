from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReferralsConfig(AppConfig):
    name = "amparo.referrals"
    label = "referrals"

    def ready(self) -> None:
        from amparo.access import home, navigation  # the models come first
        from amparo.access.policy import Act
        from amparo.cases import announcements, timeline
        from amparo.cases.consents import holders
        from amparo.referrals import blocks
        from amparo.referrals.actions.needs import forget
        from amparo.referrals.actions.offers import (
            recall_when_consent_ends,
            recall_when_support_ends,
        )
        from amparo.referrals.asking import actions as asking
        from amparo.referrals.timeline import entries, told
        from amparo.vault import erasure

        announcements.subscribe(recall_when_support_ends)
        announcements.subscribe(recall_when_consent_ends)
        timeline.register(entries)
        erasure.subscribe(forget)
        erasure.subscribe(asking.forget)
        holders.register(told)
        link, offers, needs = navigation.Link, Act.ANSWER_OFFER, Act.FIND_PLACE
        navigation.register(link(_("Offers"), "referrals:desk", "heart-handshake", offers, 30))
        navigation.register(link(_("Referrals"), "referrals:board", "send", needs, 40))
        for block in (
            home.Block(
                _("Offers that wait for your answer"), "referrals/home_offers.html",
                blocks.offers, offers, 20,
            ),
            home.Block(
                _("Needs without a place"), "referrals/home_needs.html", blocks.needs, needs, 30
            ),
        ):  # fmt: skip
            home.register(block)
        self._cite()

    def _cite(self) -> None:
        from amparo.vocab.citations import serve

        serve(
            "place", "screen", _("Who can take this person?"), "S0 ¶5, S2 ¶6", at="referrals:board"
        )
        serve("desk", "screen", _("A provider answers an offer"), "S0 ¶5", at="referrals:desk")
        serve(
            "providers", "screen", _("How services answer, for the bureau"), "S0 ¶5, S2 ¶6",
            at="referrals:providers",
        )  # fmt: skip
        serve(
            "coverage", "screen", _("What is missing where"), "S0 ¶5, S2 ¶6",
            at="referrals:coverage",
        )  # fmt: skip
        serve("board", "screen", _("The board of referrals"), "S0 ¶5, S2 ¶6", at="referrals:board")
        serve(
            "matching", "rule", _("A service fits by what it takes, never by where one comes from"),
            "S0 ¶5, S2 ¶6, S4-V ¶2",
        )  # fmt: skip
        serve(
            "wishes", "rule", _("The person's own wish comes before every other reason"),
            "S0 ¶5, S2 ¶6",
        )  # fmt: skip
