"""The asks of a text that somebody loaded: one for each paragraph, or each lettered item of it."""

from collections.abc import Iterable, Sequence

from amparo.commitments.datafiles import codes
from amparo.commitments.loading.items import Clause, Item
from amparo.commitments.models import Ask, Document, Place
from amparo.methods.resolutions.instruments import cited_in
from amparo.methods.windows import read, said

NO_DATE = "none"
LONGEST_NAME, LONGEST_VERBS, LONGEST_WINDOWS, LONGEST_SAID = 40, 400, 400, 1000


def asks_of(document: Document, items: Sequence[Item]) -> list[Ask]:
    asking = [item for item in items if item.place != Place.PREAMBLE]
    labelled = [(item, label) for item in asking for label in _labels(item)]
    return [
        _ask(document, item, label, position) for position, (item, label) in enumerate(labelled)
    ]


def _labels(item: Item) -> list[str]:
    return list(dict.fromkeys(clause.label for clause in item.clauses)) or [""]


def _ask(document: Document, item: Item, label: str, position: int) -> Ask:
    own = [clause for clause in item.clauses if clause.label == label]
    found = _windows(own)
    windows = read(found)
    return Ask(
        document=document,
        number=f"{item.number}{label}",
        whole=item.number,
        position=position,
        verb="; ".join(dict.fromkeys(clause.verb for clause in own))[:LONGEST_VERBS],
        addressees_en=_names(own, "en"),
        addressees_fr=_names(own, "fr"),
        window=found,
        window_en="; ".join(said(window, "en") for window in windows)[:LONGEST_SAID],
        window_fr="; ".join(said(window, "fr") for window in windows)[:LONGEST_SAID],
        instruments=_instruments(own, document),
    )


def _windows(clauses: Iterable[Clause]) -> str:
    """As many of them as the register holds: a paragraph of more dates names no deadline."""
    found = dict.fromkeys(code for clause in clauses for code in clause.windows)
    kept: list[str] = []
    for code in found:
        if len(" ".join([*kept, code])) <= LONGEST_WINDOWS:
            kept.append(code)
    return " ".join(kept) or NO_DATE


def _names(clauses: Iterable[Clause], language: str) -> list[str]:
    known = codes("addressees")
    found = dict.fromkeys(code for clause in clauses for code in clause.addressees)
    return [known[code].name.say(language) if code in known else code for code in found]


def _instruments(clauses: Iterable[Clause], document: Document) -> list[str]:
    """By their code, or where the table has none as they are printed."""
    found = (
        cited.code or cited.name
        for clause in clauses
        for cited in cited_in(clause.words, document.language, speaker=document.body)
    )
    return list(dict.fromkeys(each[:LONGEST_NAME] for each in found))
