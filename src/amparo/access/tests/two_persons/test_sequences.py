"""Whatever people do in whatever order: no deed has fewer than two people (ASVS 2.3.5)."""

from datetime import timedelta
from typing import Literal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amparo.access.standing import Refused
from amparo.access.tests.two_persons.deeds import doers, plain
from amparo.access.two_persons import Proposal, approve, refuse, withdraw
from amparo.methods import clock
from amparo.people.models import User
from amparo.people.queries import as_of_now
from support.cast import Cast

PEOPLE = ("administrator", "coordinator", "manager_a", "auditor", "stranger")
MAY = frozenset(PEOPLE) - {"stranger"}
Verb = Literal["propose", "approve", "refuse", "withdraw", "invite", "close", "wait"]
VERBS: tuple[Verb, ...] = ("propose", "approve", "refuse", "withdraw", "invite", "close", "wait")
people = st.sampled_from(PEOPLE)
steps = st.lists(st.tuples(st.sampled_from(VERBS), people, people), min_size=2, max_size=14)


class Model:
    """The plain reference: what two honest clerks with a notebook would allow."""

    def __init__(self) -> None:
        self.open: list[tuple[str, int]] = []  # who proposed, at which hour
        self.state: list[str] = []
        self.makers: dict[str, str] = {}
        self.closed: set[str] = set()
        self.hour = 0

    def may_decide(self, number: int, who: str) -> bool:
        proposer, hour = self.open[number]
        return (
            self.state[number] == "open"
            and self.hour < hour + 72
            and who in MAY - self.closed
            and who != proposer
            and self.makers.get(who) != proposer
        )

    def may_approve(self, number: int, who: str) -> bool:
        return self.may_decide(number, who) and self.open[number][0] not in self.closed


class Office:
    """The same by the product's own actions."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.model = cast, Model()
        self.start = clock.now()
        self.proposals: list[Proposal] = []
        self.expected: list[tuple[str, str]] = []

    def person(self, name: str) -> User:
        return as_of_now(self.cast.users[name])

    def take(self, verb: Verb, who: str, other: str) -> None:
        with clock.at(self.start + timedelta(hours=self.model.hour)):
            if verb in ("invite", "close", "wait"):
                self._change(verb, who, other)
            elif verb == "propose":
                self._propose(who)
            elif self.proposals:
                self._decide(verb, who)

    def _change(self, verb: str, who: str, other: str) -> None:
        model = self.model
        if verb == "wait":
            model.hour += 30
        elif verb == "close":
            User.objects.filter(pk=self.cast.users[who].pk).update(is_active=False)
            model.closed.add(who)
        else:
            User.objects.filter(pk=self.cast.users[who].pk).update(
                invited_by=self.cast.users[other]
            )
            model.makers[who] = other

    def _propose(self, who: str) -> None:
        try:
            self.proposals.append(plain(self.person(who)))
        except Refused:
            assert who not in MAY - self.model.closed
            return
        assert who in MAY - self.model.closed
        self.model.open.append((who, self.model.hour))
        self.model.state.append("open")

    def _decide(self, verb: str, who: str) -> None:
        number, model = len(self.proposals) - 1, self.model
        decide = {"approve": approve, "refuse": refuse, "withdraw": withdraw}[verb]
        proposer, hour = model.open[number]
        expected = {
            "approve": model.may_approve(number, who),
            "refuse": model.may_decide(number, who),
            "withdraw": who == proposer
            and model.state[number] == "open"
            and model.hour < hour + 72,
        }[verb]
        try:
            decide(self.proposals[number], by=self.person(who))
        except Refused:
            assert not expected, (verb, who)
            return
        assert expected, (verb, who)
        model.state[number] = verb
        if verb == "approve":
            self.expected.append((proposer, who))


@pytest.mark.asvs("2.3.5")
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_no_deed_has_fewer_than_two_people(cast: Cast, steps: list[tuple[Verb, str, str]]) -> None:
    with transaction.atomic():
        office = Office(cast)
        for step in steps:
            office.take(*step)
        done = doers()
        assert done == [cast.users[second].pk for _, second in office.expected]
        assert all(first != second for first, second in office.expected)
        transaction.set_rollback(True)
