"""Whatever happens in whatever order, the policy, the queries and the rows that the database shows
say what a plain reference says: places, shares, emergencies, freezing, closing, and time passing.
"""

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from amparo.access.acting import acting_as
from amparo.access.actions import OWN_RECORD, freeze, share, thaw
from amparo.access.glass.actions import open_in_emergency, review
from amparo.access.glass.queries import glasses
from amparo.access.policy import Act, Purpose, Recipient
from amparo.access.queries import grants
from amparo.access.standing import Refused, is_allowed
from amparo.administration.actions.accounts import close_account
from amparo.administration.actions.places import end_place, take_up
from amparo.cases.models import Case
from amparo.cases.queries import cases_for
from amparo.cases.tests.access_model import Glass, Model
from amparo.methods import clock
from amparo.people.models import User
from amparo.people.queries import as_of_now
from amparo.vault.models import DataKey
from support import files
from support.cast import MEMBERS, Cast

PEOPLE = ("manager_a", "manager_b", "panel", "provider", "coordinator", "stranger")
PLACES = ("centre_a", "centre_b", "panel", "shelter", "school", "bureau")
WAITS = (1, 59, 60, 61, 72 * 60 - 1, 72 * 60)
people, places = st.sampled_from(PEOPLE), st.sampled_from(PLACES)
cases, purposes = st.sampled_from((0, 1)), st.sampled_from(("casework", "identity"))
steps = st.lists(
    st.one_of(
        st.tuples(st.just("join"), people, places),
        st.tuples(st.just("leave"), people, places),
        st.tuples(st.just("share"), cases, places, purposes),
        st.tuples(st.just("unshare"), cases, places, purposes, st.sampled_from((0, 60))),
        st.tuples(st.just("break"), people, cases),
        st.tuples(st.just("review"), st.sampled_from(("justified", "not_justified"))),
        st.tuples(st.just("freeze"), people),
        st.tuples(st.just("thaw"), people),
        st.tuples(st.just("close"), people),
        st.tuples(st.just("wait"), st.sampled_from(WAITS)),
    ),
    min_size=3,
    max_size=10,
)


class Office:
    """The same by the product's own actions, beside the reference."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.cases = [files.opened(cast, by=cast.manager_a), files.opened(cast, by=cast.manager_b)]
        self.start = clock.now()
        self.model = Model({name: {MEMBERS[name]} for name in PEOPLE})
        for number, unit in enumerate(("centre_a", "centre_b")):
            for purpose in ("casework", "identity"):
                self.model.shares[number, unit, purpose] = None

    def user(self, name: str) -> User:
        return as_of_now(self.cast.users[name])

    def take(self, step: tuple[Any, ...]) -> None:
        verb, *rest = step
        with clock.at(self._moment(self.model.minute)):
            getattr(self, f"_{verb}")(*rest)

    def compare_all(self) -> None:
        with clock.at(self._moment(self.model.minute)):
            for who in PEOPLE:
                self.compare(who)

    def _wait(self, minutes: int) -> None:
        self.model.minute += minutes

    def _join(self, who: str, unit: str) -> None:
        if unit in self.model.places[who]:
            return
        admin = self.cast.administrator
        take_up(self.user(who), self.cast.units[unit], granted_by=admin, by=admin)
        self.model.places[who].add(unit)

    def _leave(self, who: str, unit: str) -> None:
        place = self.user(who).memberships.live().filter(unit=self.cast.units[unit]).first()
        assert (place is not None) == (unit in self.model.places[who])
        if place:
            end_place(place, by=self.cast.administrator)
            self.model.places[who].remove(unit)

    def _share(self, case: int, unit: str, purpose: str) -> None:
        share(
            self.cases[case].pk, self.cast.units[unit], [Purpose(purpose)],
            by=self.cast.administrator, under=OWN_RECORD, recipient=Recipient.OWN,
        )  # fmt: skip
        self.model.shares[case, unit, purpose] = None

    def _unshare(self, case: int, unit: str, purpose: str, later: int) -> None:
        held = grants().live().of_case(self.cases[case].pk).for_purpose(purpose)
        until = self.model.minute + later
        ended = held.filter(unit=self.cast.units[unit]).update(until=self._moment(until))
        assert bool(ended) == self.model.shared(case, unit, purpose)
        if ended:
            self.model.shares[case, unit, purpose] = until

    def _break(self, who: str, case: int) -> None:
        may = self.model.may_break(who, case)
        try:
            open_in_emergency(self.cases[case].pk, by=self.user(who), reason="It cannot wait.")
        except Refused:
            assert not may
            return
        assert may
        self.model.glasses.append(Glass(who, case, self.model.minute))

    def _review(self, outcome: str) -> None:
        waiting = [each for each in self.model.glasses if not each.review]
        rows = glasses().unreviewed().order_by("at", "pk")
        assert len(rows) == len(waiting)
        if waiting and len({each.at for each in waiting}) == len(waiting):
            review(rows[0], by=self.cast.auditor, outcome=outcome, reason="As it was found.")
            min(waiting, key=lambda each: each.at).review = outcome

    def _freeze(self, who: str) -> None:
        freeze(self.user(who), by=self.cast.administrator)
        self.model.frozen.add(who)

    def _thaw(self, who: str) -> None:
        thaw(self.user(who), by=self.cast.coordinator)
        self.model.frozen.discard(who)

    def _close(self, who: str) -> None:
        if who not in self.model.closed:
            close_account(self.user(who), by=self.cast.administrator)
            self.model.closed.add(who)
            self.model.places[who] = set()

    def _moment(self, minute: int) -> Any:
        return self.start + timedelta(minutes=minute)

    def compare(self, who: str) -> None:
        user, model, both = self.user(who), self.model, range(2)
        with acting_as(user):
            asked = {case.pk for case in cases_for(user)}
            shown = set(Case.objects.values_list("pk", flat=True))
            keys = DataKey.objects.filter(compartment="identity")
            names = set(keys.values_list("case_id", flat=True))
        for number in both:
            case = self.cases[number].pk
            sees, knows = model.sees(who, number), model.names(who, number)
            told = (is_allowed(user, Act.SEE_CASE, case), case in asked, case in shown)
            assert told == (sees, sees, sees), (who, number)
            opened = (is_allowed(user, Act.OPEN_IDENTITY, case), case in names)
            assert opened == (knows, knows), (who, number)


@pytest.mark.asvs("8.2.1", "8.2.2", "8.3.1", "8.3.2")
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
@example([("break", "manager_b", 0), ("wait", 59), ("wait", 1), ("wait", 72 * 60 - 1)])
@example([("break", "manager_b", 0), ("wait", 72 * 60 - 1), ("wait", 1), ("review", "justified")])
@example([("break", "panel", 1), ("review", "not_justified"), ("break", "panel", 1)])
@example([("share", 1, "school", "casework"), ("join", "manager_a", "school")])
@example([("unshare", 0, "centre_a", "casework", 60), ("wait", 59), ("wait", 1)])
@example([("freeze", "coordinator"), ("thaw", "coordinator"), ("close", "manager_a")])
def test_both_walls_say_what_the_reference_says(cast: Cast, steps: list[tuple[Any, ...]]) -> None:
    with transaction.atomic():
        office = Office(cast)
        for step in steps:
            office.take(step)
            office.compare_all()
        transaction.set_rollback(True)
