from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from django.utils import timezone as zones
from django.utils.html import escape
from django.utils.translation import override

from amparo.design import tokens

MOMENT = datetime(2026, 11, 17, 21, 40, tzinfo=UTC)


@pytest.mark.parametrize("token", [tokens.reference, tokens.phone, tokens.email, tokens.call])
def test_a_token_keeps_its_reading_order_and_is_escaped(token: Callable[[str], str]) -> None:
    html = token("<2026>-0043-FR")
    assert '<bdi dir="ltr"' in html
    assert "&lt;2026&gt;-0043-FR</bdi>" in html


def test_a_number_to_call_dials_only_its_digits() -> None:
    assert 'href="tel:+33612345678"' in tokens.call("+33 6 12 (34) 56-78")


def test_a_figure_is_written_as_the_language_writes_it() -> None:
    with override("en"):
        assert ">1,204<" in tokens.number(1204)
    with override("fr"):
        assert ">1\u202f204<" in tokens.number(1204)
        assert ">-12,5<" in tokens.number(-12.5)


def test_a_range_stays_in_order_between_figures() -> None:
    with override("ar"):
        assert tokens.span(10, 20) == '<bdi dir="ltr" class="token">10–20</bdi>'


def test_a_moment_is_written_day_first_with_its_time() -> None:
    with override("en"):
        assert tokens.moment(MOMENT) == (
            '<time datetime="2026-11-17T21:40:00+00:00"><bdi>17 Nov 2026, 21:40</bdi></time>'
        )
    with override("fr"):
        assert "17 nov. 2026, 21:40" in tokens.moment(MOMENT)


def test_a_moment_is_read_in_the_zone_of_the_reader() -> None:
    with override("en"), zones.override(timezone(timedelta(hours=3))):
        assert "18 Nov 2026, 00:40" in tokens.moment(MOMENT)
        assert "18 Nov 2026" in tokens.day(MOMENT)


def test_a_date_in_arabic_is_isolated_and_keeps_its_machine_form() -> None:
    with override("ar"):
        html = tokens.day(date(2026, 11, 24), style="long")
    assert html.startswith('<time datetime="2026-11-24"><bdi>')
    assert "نوفمبر" in html


def test_a_date_can_be_written_in_full() -> None:
    with override("fr"):
        assert "mardi 24 novembre 2026" in tokens.day(date(2026, 11, 24), style="full")


def test_what_has_no_date_says_so() -> None:
    with override("en"):
        assert tokens.moment(None) == tokens.day(None) == "not set"


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "24 Nov 2026"), ("fr", "24 nov. 2026"), ("ar", "24\u200f/11\u200f/2026")],
)
def test_a_day_within_a_sentence_is_set_apart_without_markup(language: str, written: str) -> None:
    with override(language):
        said = tokens.day_in_words(date(2026, 11, 24))
    assert said == f"\u2068{written}\u2069"
    assert escape(said) == said


def test_a_day_within_a_sentence_can_be_written_in_full() -> None:
    with override("fr"):
        said = tokens.day_in_words(date(2026, 11, 24), "full")
    assert said == "\u2068mardi 24 novembre 2026\u2069"


@pytest.mark.parametrize(
    ("language", "amount", "currency", "written"),
    [
        ("en", Decimal("1204.5"), "EUR", "1,204.50 EUR"),
        ("fr", Decimal("1204.5"), "EUR", "1\u202f204,50 EUR"),
        ("en", Decimal("1204.00"), "JPY", "1,204 JPY"),
        ("en", Decimal("1204.5"), "TND", "1,204.500 TND"),
        ("fr", Decimal("-3"), "MAD", "-3,00 MAD"),
    ],
)
def test_a_sum_within_a_sentence_has_the_decimals_of_its_currency(
    language: str, amount: Decimal, currency: str, written: str
) -> None:
    with override(language):
        said = tokens.sum_in_words(amount, currency)
    assert said == f"\u2068{written}\u2069"
    assert escape(said) == said
