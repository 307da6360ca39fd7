"""Machine tokens in a sentence: each keeps its own reading order in either direction of text.

Dates and figures are written by CLDR (Babel), in the language of the page. Where a sentence is
plain text (a translated string with placeholders, a message, a name among choices), `day_in_words`
and `sum_in_words` say it without markup, which would be shown as text there.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_time, get_datetime_format
from babel.numbers import format_currency, format_decimal
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import get_language, to_locale
from django.utils.translation import gettext as _

Figure = int | float | Decimal
Style = Literal["short", "medium", "long", "full"]
# English without a country writes the month first; the day comes first nearly everywhere.
DAY_FIRST = {"en": "en_GB"}
# First strong isolate, pop directional isolate: what <bdi> is in a page (Unicode, annex 9).
ISOLATED = "\u2068{}\u2069"


def page_locale() -> Locale:
    """The CLDR locale of the language now active."""
    code = to_locale(get_language() or "en")
    return Locale.parse(DAY_FIRST.get(code, code))


def reference(value: str) -> SafeString:
    """A case or document reference, as stored."""
    return format_html('<bdi dir="ltr" class="token">{}</bdi>', value)


def phone(value: str) -> SafeString:
    """A telephone number to read. Where calling is safe, use `call`."""
    return format_html('<bdi dir="ltr" class="token">{}</bdi>', value)


def call(value: str) -> SafeString:
    """A telephone number that dials when touched. Only for services, never for a person at risk."""
    dialled = "".join(sign for sign in value if sign.isdigit() or sign == "+")
    return format_html('<a href="tel:{}"><bdi dir="ltr" class="token">{}</bdi></a>', dialled, value)


def email(value: str) -> SafeString:
    return format_html('<bdi dir="ltr" class="token token-long">{}</bdi>', value)


def moment(value: datetime | None, style: Style = "medium") -> SafeString | str:
    """A date with its time, in the zone of the reader. `style`: short, medium, long or full."""
    if value is None:
        return _("not set")
    locale, local = page_locale(), localtime(value)
    pattern = str(get_datetime_format("medium", locale=locale)).replace("'", "")
    words = pattern.replace("{0}", format_time(local, "short", locale=locale)).replace(
        "{1}", format_date(local, style, locale=locale)
    )
    return format_html('<time datetime="{}"><bdi>{}</bdi></time>', local.isoformat(), words)


def day(value: date | datetime | None, style: Style = "medium") -> SafeString | str:
    """A date alone. A datetime is read in the zone of the reader."""
    if value is None:
        return _("not set")
    date_ = localtime(value).date() if isinstance(value, datetime) else value
    words = format_date(date_, style, locale=page_locale())
    return format_html('<time datetime="{}"><bdi>{}</bdi></time>', date_.isoformat(), words)


def day_in_words(value: date, style: Style = "medium") -> str:
    return ISOLATED.format(format_date(value, style, locale=page_locale()))


def sum_in_words(amount: Decimal, currency: str) -> str:
    """With the decimals that the currency has, and its code."""
    figures = format_currency(amount, currency, "#,##0.00", locale=page_locale())
    return ISOLATED.format(f"{figures} {currency}")


def number(value: Figure) -> SafeString:
    words = format_decimal(value, locale=page_locale())
    return format_html('<bdi dir="ltr" class="token">{}</bdi>', words)


def span(low: Figure, high: Figure) -> SafeString:
    """From `low` to `high`, both included, with an en dash between them."""
    locale = page_locale()
    return format_html(
        '<bdi dir="ltr" class="token">{}–{}</bdi>',
        format_decimal(low, locale=locale),
        format_decimal(high, locale=locale),
    )
