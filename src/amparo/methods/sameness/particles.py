"""The parts of a full name that are compared: articles and words for "son of" say nothing."""

PARTICLES = frozenset((
    "al", "el", "ul", "il", "ibn", "bin", "ben", "bint", "binti", "bt", "ould", "wuld",
    "wald", "von", "van", "der", "den", "de", "da", "do", "dos", "das", "du", "del",
    "della", "di", "la", "le", "les", "ter", "ten", "mac", "mc", "y", "e", "i", "u",
))  # fmt: skip


def telling(words: list[str]) -> list[str]:
    """All of them if nothing else remains."""
    return [word for word in words if word not in PARTICLES] or words


def joined(parts: list[str]) -> list[list[str]]:
    """Each way to take two neighbours for one word: "Mary Ann" is "Maryann" elsewhere."""
    return [
        [*parts[:at], parts[at] + parts[at + 1], *parts[at + 2 :]] for at in range(len(parts) - 1)
    ]
