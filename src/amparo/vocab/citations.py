"""What in the product serves which paragraph: each room registers its screens, rules and figures.

A paragraph is written "S0 ¶5" or "S4-V ¶7g": the document's key and the paragraph's number; one of
a preamble, "S2 pp.21".
"""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["screen", "rule", "figure"]
NOTATION = re.compile(r"(S\d(?:-[IVXD]+)?) (?:¶(\w+)|pp\.(\d{1,3}))")
PREAMBLE = "pp"


@dataclass(frozen=True)
class Paragraph:
    """`number`: of a paragraph of a preamble it begins with pp."""

    document: str
    number: str

    def __str__(self) -> str:
        if self.number.startswith(PREAMBLE):
            return f"{self.document} pp.{self.number.removeprefix(PREAMBLE)}"
        return f"{self.document} ¶{self.number}"


@dataclass(frozen=True)
class Served:
    """Something of ours that answers paragraphs; `url_name` is where it can be seen.

    `label` is words, or what says itself in the reader's language when it is shown.
    """

    key: str
    kind: Kind
    label: object
    paragraphs: tuple[Paragraph, ...]
    url_name: str


_served: dict[str, Served] = {}


def paragraph(text: str) -> Paragraph:
    """Raise ValueError unless `text` is written like "S0 ¶5" or "S2 pp.21"."""
    found = NOTATION.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is not written like “S0 ¶5” or “S2 pp.21”.")
    return Paragraph(found[1], found[2] or f"{PREAMBLE}{found[3]}")


def serve(key: str, kind: Kind, label: object, cites: str, *, at: str = "") -> None:
    """Register what serves the paragraphs of `cites`, written "S0 ¶5, S1 ¶11"; `at` is where.

    Raises ValueError for a key that is taken or a paragraph that is not written like that.
    """
    if key in _served:
        raise ValueError(f"{key} is registered already.")
    cited = tuple(paragraph(text.strip()) for text in cites.split(","))
    _served[key] = Served(key, kind, label, cited, at)


def served(key: str) -> Served:
    return _served[key]


def serving(document: str, number: str) -> list[Served]:
    """Everything that cites this paragraph, in the order of registration."""
    wanted = Paragraph(document, number)
    return [item for item in _served.values() if wanted in item.paragraphs]


def everything() -> list[Served]:
    return list(_served.values())
