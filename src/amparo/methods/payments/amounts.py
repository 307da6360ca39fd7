"""Amounts: whether the comma or the point begins the decimals is decided by the whole column."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from amparo.methods.payments.kinds import Undecided, What

# A sign that several currencies share says that there is one, and not which.
SIGNS = {
    "€": "EUR", "£": "GBP", "₦": "NGN", "₹": "INR", "₽": "RUB", "₺": "TRY", "₴": "UAH", "₫": "VND",
    "₱": "PHP", "₩": "KRW", "฿": "THB", "US$": "USD", "$": "", "¥": "", "kr": "",
}  # fmt: skip
# Thousands are also parted by blanks of several widths and by apostrophes.
BLANKS = re.compile(r"[\s'’\u00a0\u2009\u202f]")
ARABIC = str.maketrans({"٫": ".", "٬": ",", "−": "-", "–": "-"})
NUMBER = re.compile(r"\d(?:[.,]?\d)*")
GROUPED = re.compile(r"\d{1,3}(?P<mark>[.,])(?:\d{2,3}(?P=mark))*\d{3}")
MARKS = (",", ".")
SHOWN = 5
LONGEST = 18  # digits: more than any sum, and no way to fill a memory


@dataclass(frozen=True)
class Written:
    """A sum as it is written: its digits and marks, whether it is taken off, and its currency."""

    digits: str
    minus: bool
    currency: str


def written(text: str) -> Written | None:
    """None where no sum stands."""
    bare = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text)
    bare = BLANKS.sub("", bare.translate(ARABIC))
    minus = bare.startswith(("-", "(")) or bare.endswith("-")
    bare, currency = _without_currency(bare.strip("()"))
    bare = bare.strip("+-")
    bare, later = _without_currency(bare) if not currency else (bare, currency)
    fits = NUMBER.fullmatch(bare) and sum(sign.isdigit() for sign in bare) <= LONGEST
    return Written(bare, minus, later) if fits else None


def _without_currency(text: str) -> tuple[str, str]:
    """The rest, and the code; "" where none stands."""
    for sign, code in SIGNS.items():
        if text.startswith(sign) or text.endswith(sign):
            return text.removeprefix(sign).removesuffix(sign), code
    for rest, code in ((text[3:], text[:3]), (text[:-3], text[-3:])):
        if is_currency(code):
            return rest, code.upper()
    return text, ""


@cache
def _currencies() -> frozenset[str]:
    from babel.numbers import list_currencies

    return frozenset(list_currencies())


def is_currency(code: str) -> bool:
    """A code of ISO 4217, in either case."""
    return len(code) == 3 and code.isalpha() and code.upper() in _currencies()


def decimal_mark(sums: Mapping[int, Written]) -> str:
    """What begins the decimals in this column. Raises Undecided with the lines that leave it open.

    Of a column in which nothing stands after a mark, the point is as good as the comma.
    """
    told = {line: _told(each.digits) for line, each in sums.items()}
    fitting = [mark for mark in MARKS if all(mark in marks for marks in told.values() if marks)]
    open_ = [line for line, each in sums.items() if set(MARKS) & set(each.digits)]
    if len(fitting) == 1 or not open_:
        return fitting[0] if fitting else "."
    if not fitting:  # the first line of each way
        open_ = sorted({_first(told, mark) for mark in MARKS})
    raise Undecided(What.DECIMALS, tuple(open_[:SHOWN]))


def _first(told: Mapping[int, frozenset[str]], mark: str) -> int:
    return next(line for line, marks in told.items() if marks == {mark})


def _told(digits: str) -> frozenset[str]:
    """The marks that may begin the decimals of this sum; none where it is no sum either way."""
    return frozenset(mark for mark in MARKS if _split(digits, mark))


def amount(digits: str, mark: str) -> Decimal | None:
    """None where the thousands are not parted as thousands are."""
    parts = _split(digits, mark)
    return Decimal(".".join(parts)) if parts else None


def _split(digits: str, mark: str) -> tuple[str, str] | None:
    whole, found, rest = digits.partition(mark)
    if found and (mark in rest or not rest.isdigit() or len(rest) > 4):
        return None
    if not whole.isdigit():
        grouped = GROUPED.fullmatch(whole)
        if not grouped:
            return None
        whole = whole.replace(grouped["mark"], "")
    return whole, rest or "0"
