"""How the file's own track follows what is written down of its proceedings."""

from amparo.cases.machine import State, Track, allowed
from amparo.cases.models import Case
from amparo.justice.queries.proceedings import last_stages


def to_follow(case: Case) -> list[State]:
    """Stages that who investigates has recorded and that the file has not reached yet."""
    found = {row.stage for row in last_stages(case.pk).values()}
    return [
        State(stage)
        for stage in sorted(found)
        if stage != case.justice and allowed(Track.JUSTICE, case.justice, stage)
    ]
