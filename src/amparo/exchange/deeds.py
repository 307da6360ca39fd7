"""The page of a file about its ways to and from other systems. Nothing is written on it."""

from django.utils.translation import gettext_lazy as _

from amparo.cases.pages.deeds import FilePage
from amparo.exchange.words import COLUMNS, SEALED_WORDS

PAGE = FilePage(
    name="exchange",
    space="exchange",
    title=_("Other systems"),
    todo=_("What is to be done"),
    sealed=_("What the other system says"),
    deeds={},
    cites="exchange",
    columns=COLUMNS,
    words=SEALED_WORDS,
)
