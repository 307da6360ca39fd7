"""The words of the pages: labels of paragraphs, rows of tables, cards of asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from amparo.commitments.clause_words import ClauseWords, clause_words, language
from amparo.commitments.datafiles import Code, codes
from amparo.commitments.models import Ask, Document, Paragraph, Status
from amparo.commitments.serving import citing
from amparo.design.parts import Tone
from amparo.vocab.citations import PREAMBLE


def said(thing: object, name: str) -> Any:  # noqa: ANN401  a text or a list of texts
    """The field `name` of `thing` in the language of whoever reads."""
    return getattr(thing, f"{name}_{language()}")


def label(document: Document, number: str) -> str:
    """S0 ¶5; a decision has no paragraphs, so it is called by its number."""
    if document.holds_decisions:
        return _("Decision %(number)s") % {"number": number}
    if number.startswith(PREAMBLE):
        return f"{document.key} pp.{number.removeprefix(PREAMBLE)}"
    return f"{document.key} ¶{number}"


def address(document: Document, number: str) -> str:
    return reverse("commitments:paragraph", args=[document.key, number])


@dataclass(frozen=True)
class DocumentCard:
    key: str
    title: str
    body: str
    year: int
    note: str
    symbol: str
    force: str
    tone: Tone
    icon: str
    href: str
    language: str
    asked: int = 0
    has_text: bool = False


def document_card(document: Document) -> DocumentCard:
    return DocumentCard(
        document.key,
        said(document, "title"),
        said(document, "body"),
        document.year,
        said(document, "note"),
        document.symbol,
        *_force(document),
        reverse("commitments:document", args=[document.key]),
        document.language,
        getattr(document, "asked", 0),
        getattr(document, "has_text", False),
    )


def _force(document: Document) -> tuple[str, Tone, str]:
    if document.holds_decisions:
        return _("decisions"), "plain", "scale"
    status = Status(document.status)
    return str(status.label), *FORCES[status]


FORCES: Mapping[Status, tuple[Tone, str]] = {
    Status.DRAFT: ("plain", "edit"),
    Status.ADOPTED: ("good", "check"),
    Status.SUPERSEDED: ("plain", "history"),
}


@dataclass(frozen=True)
class Capability:
    name: str
    what: str
    built: bool
    href: str


@dataclass(frozen=True)
class AskCard:
    """`following`: what is done about it, where the page shows that (following.presenters)."""

    pk: int
    label: str
    href: str
    text: str
    addressees: list[str]
    window: str
    verb: str
    user_does: str
    instruments: list[str]
    takes: list[Capability]
    helped_by: list[Capability]
    served: int
    clauses: list[ClauseWords]
    own_words: bool
    following: Any = None


def words_of(ask: Ask) -> str:
    """What it asks; where nobody has said it in our own words, its clauses speak."""
    return said(ask, "text") or " … ".join(clause.words for clause in ask.clauses.all())


def ask_card(ask: Ask) -> AskCard:
    instruments = codes("instruments")
    clauses = list(ask.clauses.all())
    return AskCard(
        ask.pk,
        label(ask.document, ask.number),
        address(ask.document, ask.number),
        words_of(ask),
        said(ask, "addressees"),
        said(ask, "window"),
        ask.verb,
        said(ask, "user_does"),
        [_name(instruments[code]) if code in instruments else code for code in ask.instruments],
        [_capability(code) for code in ask.direct],
        [_capability(code) for code in ask.supporting],
        len(citing([ask])),
        [clause_words(clause) for clause in clauses],
        bool(said(ask, "text")),
    )


def _name(code: Code) -> str:
    return code.name.say(language())


def _capability(code: str) -> Capability:
    known = codes("capabilities")[code]
    href = f"{reverse('commitments:list')}?capability={code}"
    return Capability(_name(known), known.what.say(language()), bool(known.room), href)


@dataclass(frozen=True)
class Piece:
    """A stretch of the text beside what it asks; `mark` is the letter of an item.

    `opening` is the beginning of the sentence that an item alone on its page goes on.
    """

    number: str
    mark: str
    text: str
    items: list[dict[str, Any]] = field(default_factory=list)
    ask: AskCard | None = None
    opening: str = ""


def pieces(paragraph: Paragraph | None, asks: Sequence[Ask]) -> list[Piece]:
    """The text of a paragraph cut where its asks begin; without a text, the asks alone."""
    cards = {ask.number: ask_card(ask) for ask in asks}
    if paragraph is None:
        return [Piece(number, "", "", ask=card) for number, card in cards.items()]
    lettered = {f"{paragraph.number}{item['label']}": item for item in paragraph.subparagraphs}
    items = [
        _item(number, lettered[number], cards[number]) for number in cards if number in lettered
    ]
    if len(items) == len(cards) == 1:
        return [replace(items[0], opening=paragraph.text)]
    beginning = Piece(
        paragraph.number,
        "",
        paragraph.text,
        [] if items else paragraph.subparagraphs,
        cards.get(paragraph.number),
    )
    return [beginning, *items]


def _item(number: str, item: dict[str, Any], card: AskCard) -> Piece:
    return Piece(number, item["label"], item["text"], item["subparagraphs"], card)


@dataclass(frozen=True)
class Step:
    label: str
    href: str


def step(document: Document, number: str) -> Step:
    return Step(label(document, number), address(document, number))


def paragraph_page(asks: Sequence[Ask], paragraph: Paragraph | None) -> dict[str, Any]:
    """What stands on the page of a paragraph or of one item of it: who asks what, of whom, when."""
    document, cards = asks[0].document, [ask_card(ask) for ask in asks]
    number = asks[0].number if len(asks) == 1 else asks[0].whole
    return {
        "label": label(document, number),
        "whole": step(asks[0].document, asks[0].whole) if number != asks[0].whole else None,
        "document": document_card(document),
        "loaded": paragraph,
        "pieces": pieces(paragraph, asks),
        "addressees": _each_once([card.addressees for card in cards]),
        "windows": _each_once([[card.window] for card in cards]),
        "verbs": _each_once([[card.verb] for card in cards]),
    }


def preamble_page(document: Document, paragraph: Paragraph) -> dict[str, Any]:
    """A paragraph that gives a reason and asks nothing: the same page with fewer facts."""
    items = list(paragraph.subparagraphs)
    return {
        "label": label(document, paragraph.number),
        "document": document_card(document),
        "loaded": paragraph,
        "pieces": [Piece(paragraph.number, "", paragraph.text, items)],
        "verbs": [paragraph.verb] if paragraph.verb else [],
    }


def _each_once(lists: Sequence[Sequence[str]]) -> list[str]:
    return list(dict.fromkeys(word for words in lists for word in words))
