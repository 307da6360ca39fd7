"""What stands in the head of the file: which work this is, and which expression of it."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
# ISO 639-2, as the naming convention asks.
LANGUAGES = {"fr": "fra", "en": "eng"}
NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")
UNDATED = "0001-01-01"


@dataclass(frozen=True)
class About:
    """`body`: the code of who speaks, such as GA; `symbol`: as printed, such as A/RES/72/195.

    `said_on`: when it was adopted or tabled; `number`: what names it where it has no symbol.
    """

    body: str = ""
    symbol: str = ""
    status: str = ""
    said_on: date | None = None
    number: str = ""


def name_of(text: str, otherwise: str = "nn") -> str:
    """A name that an address may hold: A/RES/72/195 is `a-res-72-195`."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(each for each in plain if not unicodedata.combining(each))
    return NOT_IN_A_NAME.sub("-", bare).strip("-") or otherwise


def work_of(about: About, kind: str) -> str:
    """The address of the work, the same in every language and version."""
    day = about.said_on.isoformat() if about.said_on else UNDATED
    number = name_of(about.symbol or about.number)
    return f"/akn/un/statement/{kind}/{name_of(about.body, 'un')}/{day}/{number}"


def expression_of(about: About, kind: str, language: str) -> str:
    return f"{work_of(about, kind)}/{LANGUAGES[language]}@"
