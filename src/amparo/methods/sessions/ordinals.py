"""Ordinals as texts write them: in words or figures, with hyphens, without, or broken by spaces."""

import re
from collections.abc import Iterator, Mapping
from typing import Literal

Language = Literal["fr", "en"]
FRENCH = {
    "un": 1, "une": 1, "premier": 1, "première": 1, "unième": 1, "deux": 2, "deuxième": 2,
    "second": 2, "seconde": 2, "trois": 3, "troisième": 3, "quatre": 4, "quatrième": 4, "cinq": 5,
    "cinquième": 5, "six": 6, "sixième": 6, "sept": 7, "septième": 7, "huit": 8, "huitième": 8,
    "neuf": 9, "neuvième": 9, "dix": 10, "dixième": 10, "onze": 11, "onzième": 11, "douze": 12,
    "douzième": 12, "treize": 13, "treizième": 13, "quatorze": 14, "quatorzième": 14,
    "quinze": 15, "quinzième": 15, "seize": 16, "seizième": 16, "vingt": 20, "vingts": 20,
    "vingtième": 20, "trente": 30, "trentième": 30, "quarante": 40, "quarantième": 40,
    "cinquante": 50, "cinquantième": 50, "soixante": 60, "soixantième": 60, "septante": 70,
    "septantième": 70, "huitante": 80, "octante": 80, "nonante": 90, "nonantième": 90,
    "cent": 100, "centième": 100,
}  # fmt: skip
ENGLISH = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twenty": 20, "twentieth": 20, "thirty": 30, "thirtieth": 30, "forty": 40,
    "fortieth": 40, "fifty": 50, "fiftieth": 50, "sixty": 60, "sixtieth": 60, "seventy": 70,
    "seventieth": 70, "eighty": 80, "eightieth": 80, "ninety": 90, "ninetieth": 90,
    "hundred": 100, "hundredth": 100,
}  # fmt: skip
VALUES: Mapping[str, Mapping[str, int]] = {"fr": FRENCH, "en": ENGLISH}
# A word that ends an ordinal; what stands before it only adds to it.
ENDS: Mapping[str, re.Pattern[str]] = {
    "fr": re.compile(r"premi(?:er|ère)|seconde?|\w+ième"),
    "en": re.compile(r"first|second|third|\w+(?:th|eth)"),
}
FIGURES = re.compile(r"(\d{1,3})(?:e|è|ème|eme|ère|er|re|st|nd|rd|th)?")
WORD = re.compile(r"\d{1,3} ?(?:ème|eme|ère|er|re|e|è|st|nd|rd|th)?\b|[^\W\d_]+")


def ordinals(text: str, language: Language) -> list[int]:
    """Every ordinal in `text`, in its order: "soixante et onzième et soixante douzième" is 71, 72.

    A bare figure counts as one, so that "72 e" and "72nd" and "72" are the same.
    """
    return list(_ordinals(text, VALUES[language], ENDS[language]))


def _ordinals(text: str, values: Mapping[str, int], ends: re.Pattern[str]) -> Iterator[int]:
    so_far = 0
    for found in WORD.finditer(text.lower()):
        word = found[0]
        figures = FIGURES.fullmatch(word.replace(" ", ""))
        if figures:
            yield int(figures[1])
            so_far = 0
        elif word not in values:
            so_far = so_far if word in ("et", "and") else 0
        else:
            so_far = _joined(so_far, word, values[word])
            if ends.fullmatch(word):
                yield so_far
                so_far = 0


def _joined(before: int, word: str, value: int) -> int:
    """Four twenties are eighty, in French; all else adds up."""
    return 80 if before == 4 and word.startswith("vingt") else before + value
