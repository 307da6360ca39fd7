"""Which asks of different texts say much the same, before anybody said whether they do."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from amparo.commitments.lineage.queries import restatements
from amparo.commitments.models import Ask
from amparo.commitments.queries import asks, clauses
from amparo.methods.lineage import Proposal, similar

# As alike as those of 2008 and 2017 that a person finds to be the same.
AT_LEAST = 0.4
Said = tuple[int, str, str]


def proposals() -> list[Proposal[int]]:
    """By the numbers of asks in the database, the likest first, without what a person decided."""
    decided = {frozenset(pair) for pair in restatements().links()}
    found = _alike(_everything())
    return [each for each in found if frozenset((each.one, each.other)) not in decided]


def proposed_for(shown: Iterable[Ask]) -> list[Proposal[int]]:
    wanted = {ask.pk for ask in shown}
    return [each for each in proposals() if each.one in wanted or each.other in wanted]


def asks_of(found: Sequence[Proposal[int]]) -> dict[int, Ask]:
    return by_number({pk for each in found for pk in (each.one, each.other)})


def by_number(wanted: Collection[int]) -> dict[int, Ask]:
    """Asks by their number in the database."""
    return {ask.pk: ask for ask in asks().filter(pk__in=wanted)}


def _everything() -> tuple[Said, ...]:
    """Each ask in the words of the text; where no text was loaded, in our own."""
    words: defaultdict[int, list[str]] = defaultdict(list)
    for pk, said in clauses().order_by("ask", "nth").values_list("ask_id", "words"):
        words[pk].append(said)
    own = asks().order_by("pk").values_list("pk", "document_id", "text_fr")
    return tuple((pk, document, " ".join(words[pk]) or text) for pk, document, text in own)


@lru_cache(maxsize=2)
def _alike(said: tuple[Said, ...]) -> tuple[Proposal[int], ...]:
    """Sought once for as long as the texts stay as they are."""
    texts = {pk: text for pk, _document, text in said}
    document = {pk: key for pk, key, _text in said}
    return tuple(
        each
        for each in similar(texts, texts, at_least=AT_LEAST)
        if document[each.one] != document[each.other]
    )
