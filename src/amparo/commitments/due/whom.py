"""Which asks are put to this country, and not only to the bodies of the United Nations."""

import re
from collections.abc import Sequence

from amparo.commitments.asked.questions import to_us
from amparo.commitments.models import Ask
from amparo.commitments.queries import asks as all_asks
from amparo.methods.resolutions.asks import ASKING

# Where nobody has laid out what its verbs ask, the words of our own list say of whom it is asked.
IN_WORDS = re.compile(r"\bStates\b|\bGovernments\b|\bstakeholders\b|^All concerned\b")


def asked_of_us(asks: Sequence[Ask]) -> set[int]:
    """Their ids."""
    ids = [ask.pk for ask in asks]
    by_verbs = set(to_us(all_asks().filter(pk__in=ids)).values_list("pk", flat=True))
    by_words = {ask.pk for ask in asks if not _is_laid_out(ask) and _names_us(ask)}
    return by_verbs | by_words


def _is_laid_out(ask: Ask) -> bool:
    return any(clause.force in ASKING for clause in ask.clauses.all())


def _names_us(ask: Ask) -> bool:
    return any(IN_WORDS.search(addressee) for addressee in ask.addressees_en)
