"""Which steps of a file need nothing but a reason: the others have a page of their own."""

from amparo.access.policy import Act, Standing, may
from amparo.cases.guards import hindrances
from amparo.cases.machine import MOVES, Move, State, leads
from amparo.cases.models import Case
from amparo.cases.queries import state_before

S = State
# Taken on pages of their own, or by what somebody does there: a decision, an offer accepted.
OWN_PAGE = frozenset({
    S.PRESUMED, S.NOT_PRESUMED, S.REFLECTION, S.CONFIRMED, S.NOT_CONFIRMED, S.WITHDRAWN,
    S.FIRST_CHALLENGED, S.FINAL_CHALLENGED,
})  # fmt: skip
OWN_ACTS = frozenset({Act.OPEN_FILE, Act.RECEIVE, Act.FIND_PLACE, Act.ANSWER_OFFER})


def plain_steps(case: Case, track: str, standing: Standing) -> list[State]:
    """Those that this person's mandates let them take now, and that nothing hinders."""
    source = getattr(case, track)
    return [
        State(move.state)
        for move in MOVES[track]
        if source in move.sources and may(standing, move.act) and _is_plain(case, track, move)
    ]


def _is_plain(case: Case, track: str, move: Move) -> bool:
    if move.back:
        return leads(move, state_before(case, track))
    if move.two or move.act in OWN_ACTS or move.state in OWN_PAGE:
        return False
    return not hindrances(case, move.state)
