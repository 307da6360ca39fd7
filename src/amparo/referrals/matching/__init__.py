"""Which service can take whom, and why or why not: hard rules and an order, both in `rules.toml`.

The database judges all services of a kind by one statement (`sql`); `plain` holds the same rules
against one that is at hand. A test compares both with a third reading of the rules.
"""

from amparo.referrals.matching.found import (
    SHOWN,
    Found,
    Match,
    Reason,
    best_for,
    judged,
    match,
    obstacles,
    places_needed,
    wishes,
)

__all__ = [
    "SHOWN",
    "Found",
    "Match",
    "Reason",
    "best_for",
    "judged",
    "match",
    "obstacles",
    "places_needed",
    "wishes",
]
