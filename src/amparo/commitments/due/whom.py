"""Which asks are put to this country, and not only to the bodies of the United Nations."""

import re
from collections.abc import Iterable

from amparo.commitments.models import Ask
from amparo.methods.resolutions.asks import ASKING

# Codes of methods.resolutions.asks: every State, or everybody.
US = frozenset({"states", "states_parties", "states_not_parties", "donors", "all_stakeholders"})
# The same where nobody has laid out its clauses, by the words of our own list.
IN_WORDS = re.compile(r"\bStates\b|\bGovernments\b|\bstakeholders\b|^All concerned\b")


def asked_of_us(asks: Iterable[Ask]) -> set[int]:
    """Their ids."""
    return {ask.pk for ask in asks if _is_ours(ask)}


def _is_ours(ask: Ask) -> bool:
    clauses = [clause for clause in ask.clauses.all() if clause.force in ASKING]
    if clauses:
        return any(US & set(clause.addressees) for clause in clauses)
    return any(IN_WORDS.search(addressee) for addressee in ask.addressees_en)
