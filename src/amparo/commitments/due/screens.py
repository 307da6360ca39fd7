"""What is followed up and what is due: which paragraphs its screens serve, and the first page."""

from django.utils.translation import gettext_lazy as _

from amparo.access import home
from amparo.access.policy import Act
from amparo.commitments.due import blocks
from amparo.vocab import citations

DUE = home.Block(
    _("Due to the United Nations"), "commitments/due/home.html", blocks.due,
    Act.SEE_COMMITMENTS, 70,
)  # fmt: skip
# Key, words, the paragraphs that it serves, and its address in this room.
SCREENS = (
    (
        "due_to_the_united_nations",
        _("What is due when, what was sent, and the calendar of it"),
        "S2 ¶4, S2 ¶5, S2 ¶21, S2 ¶22, S3 ¶11, S3 ¶14, S4-I ¶10, S4-I ¶27, S4-V ¶10",
        "due",
    ),
    (
        "institutions",
        _("Who in the country answers for what is asked"),
        "S0 ¶4, S4-I ¶16",
        "institutions",
    ),
    (
        "instruments",
        _("By which instruments the country is bound"),
        "S1 ¶1, S2 ¶1, S3 ¶1, S3 ¶2, S4-V ¶1",
        "instruments",
    ),
    (
        "actions",
        _("What is done about what is asked, with what shows it"),
        "S2 ¶2, S2 ¶4, S4-I ¶1",
        "actions",
    ),
)


def register_screens() -> None:
    home.register(DUE)
    for key, words, cites, address in SCREENS:
        citations.serve(key, "screen", words, cites, at=f"commitments:{address}")
