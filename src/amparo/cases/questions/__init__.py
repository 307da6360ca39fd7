"""What a country asks besides (`fields.toml` of its pack): asked, answered once, shown, told.

An answer feeds no rule: no other room reads it but the page of the file, its timeline and the
person's copy.
"""


def begin() -> None:
    """Add this room to the pages and registers of the file, when the product starts."""
    from django.utils.translation import gettext_lazy as _

    from amparo.access.policy import Act
    from amparo.cases import panels, timeline
    from amparo.cases.questions import history, presenters
    from amparo.cases.questions.actions import forget
    from amparo.vault import erasure
    from amparo.vocab.citations import serve

    timeline.register(history.entries)
    erasure.subscribe(forget)
    panels.register(panels.Panel("cases/questions.html", presenters.panel, Act.SEE_CASE, 6))
    serve(
        "extra_fields", "rule", _("What the country asks besides, and feeds no rule"),
        "S0 ¶5, S1 ¶11",
    )  # fmt: skip
