"""Any acts of several writers, kept or undone, leave the log that a plain list would."""

from collections import defaultdict
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amparo.audit import actions, chain
from amparo.audit.actions import record
from amparo.audit.queries import entries, lane_ends
from amparo.audit.tests.actors import Somebody
from amparo.audit.verify import faults_of_the_log

Act = tuple[int, str, int, int]
acts = st.tuples(
    st.integers(0, 3), st.sampled_from(["opened", "saw the file", "shared"]),
    st.integers(0, 5), st.integers(0, 2),
)  # fmt: skip
transactions = st.lists(
    st.tuples(st.integers(0, 3), st.lists(acts, max_size=4), st.booleans()), max_size=12
)


class Undone(Exception):
    pass


def as_writer(number: int, memories: dict[int, tuple[Any, ...]]) -> None:
    """Each writer remembers its own end of a lane, true or not: processes share no memory."""
    start = (number * 7 % chain.LANES, 0, chain.GENESIS)
    tail = actions._tail
    tail.lane, tail.sequence, tail.mac = memories.get(number, start)


def run(acts: list[Act], *, kept: bool) -> list[Act]:
    try:
        with transaction.atomic():
            for who, action, case, keys in acts:
                record(action, by=Somebody(UUID(int=who)), case=UUID(int=case), keys=keys)
            if not kept:
                raise Undone
    except Undone:
        return []
    return acts


@pytest.mark.asvs("16.2.1", "16.4.2")
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(transactions)
def test_the_log_is_what_a_list_would_be(db: None, work: list[tuple[int, list[Act], bool]]) -> None:
    with pytest.raises(Undone), transaction.atomic():
        expected, memories = list[Act](), dict[int, tuple[Any, ...]]()
        for writer, chosen, kept in work:
            as_writer(writer, memories)
            expected += run(chosen, kept=kept)
            tail = actions._tail
            memories[writer] = (tail.lane, tail.sequence, tail.mac)
        rows = entries().order_by("id").values_list("actor", "action", "case_id", "keys")
        found = [(who.int, act, case.int if case else -1, keys) for who, act, case, keys in rows]
        assert found == expected
        assert faults_of_the_log() == []
        counted = defaultdict(int, {lane: sequence for lane, sequence, _mac in lane_ends()})
        assert sum(counted.values()) == len(expected)
        raise Undone
