"""Which paragraphs the screens that follow a text from year to year serve."""

from django.utils.translation import gettext_lazy as _

from amparo.vocab import citations


def register_screens() -> None:
    citations.serve(
        "from_text_to_text",
        "screen",
        _("Which texts follow each other, and since when something is asked"),
        "S2 ¶2, S4-I ¶1",
        at="commitments:lineage",
    )
    citations.serve(
        "compare_texts",
        "screen",
        _("Two texts side by side: what was kept, changed, hardened, softened, added, dropped"),
        "S2 ¶2, S4-I ¶1",
        at="commitments:choose_texts",
    )
