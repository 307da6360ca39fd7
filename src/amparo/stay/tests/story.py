"""Everything that a file can hold of a stay and a return, written as a click would."""

from amparo.cases.models import Case
from amparo.people.country import today
from amparo.stay.actions.afterwards import confirm_arrival, end_monitoring, travel, visit
from amparo.stay.actions.returning import ask_anew, end_wish
from amparo.stay.actions.stays import note_stay_step
from amparo.stay.tests.steps import assessed, decided, permit, reflection, wished
from support.cast import Cast


def play_stay(case: Case, cast: Cast, word: str) -> None:
    """A stay, a wish that passed, a return and its end; `word` is in each sealed text."""
    by = cast.manager_a
    reflection(case, by=by)
    note_stay_step(case, permit(case, by=by).pk, by=by, what="renewal")
    wished(case, by=by)
    end_wish(case, by=by, reason="changed_mind")
    wished(case, by=by, destination=f"{word}, by the river", words=f"I miss {word}.")
    assessed(case, "here", by=by)
    ask_anew(case, by=by, why="threat")
    assessed(case, "here", by=by)
    assessed(case, "there", by=by, note=f"{word} was asked.", reach="met")
    decided(case, by=by, plan=f"They are met in {word}.")
    travel(case, by=by, day=today(), company="organisation")
    confirm_arrival(case, by=by, day=today(), confirmer="service", way="met")
    visit(case, by=by, reached=True, safe="safe", needs=("livelihood",), note=f"{word} is well.")
    end_monitoring(case, by=by, reason="person")
