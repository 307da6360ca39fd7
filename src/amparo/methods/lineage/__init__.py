"""How one text follows another: what was kept, changed, moved, added, dropped, hardened, softened.

    for pair in align(earlier_paragraphs, later_paragraphs):
        difference(earlier_paragraphs[pair.earlier], later_paragraphs[pair.later])
    changes(clauses_of_the_earlier, clauses_of_the_later)
    similar(asks_of_one_text, asks_of_others, at_least=0.5)
    chain("S2 1", confirmed_links, said_in)

Words count without capitals and accents; those that stand everywhere in the texts count little.
It reads any language that separates its words; the ladder of force is that of resolutions.asks.
"""

from .alignment import Pair, State, align
from .chains import Chain, chain
from .differing import Kind, Stretch, difference
from .hardening import Asking, Change, Way, changes
from .likeness import Proposal, similar

__all__ = [
    "Asking", "Chain", "Change", "Kind", "Pair", "Proposal", "State", "Stretch", "Way", "align",
    "chain", "changes", "difference", "similar",
]  # fmt: skip
