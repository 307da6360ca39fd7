"""The words of a text, and how much each of them tells."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

_WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(c for c in letters if not unicodedata.combining(c)))


def weights(texts: Collection[Collection[str]]) -> dict[str, float]:
    """Of each word: the fewer of the texts have it, the more. `texts`: each its words, once."""
    having = Counter(word for text in texts for word in text)
    return {word: math.log((len(texts) + 1) / count) for word, count in having.items()}


def weight(some: Iterable[str], weights: Mapping[str, float]) -> float:
    """The same sum, to the last digit, in whatever order they come."""
    return math.fsum(weights[word] for word in some)
