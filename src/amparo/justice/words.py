"""Days and sums inside a sentence, as plain words that keep their direction."""

from datetime import date
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal

from amparo.design.tokens import page_locale

# First strong isolate, pop directional isolate: what <bdi> is in a page (Unicode, annex 9).
ISOLATED = "\u2068{}\u2069"


def day(value: date) -> str:
    return ISOLATED.format(format_date(value, "medium", locale=page_locale()))


def money(amount: Decimal, currency: str) -> str:
    return ISOLATED.format(f"{format_decimal(amount, locale=page_locale())} {currency}")
