"""Random histories of consent: the reference, the policy, row security and the keys agree.

AMPARO_STEPS=20000 walks that many steps; without it, as many as one run of all tests can bear.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from amparo.access.acting import acting_as
from amparo.access.actions import share
from amparo.access.policy import THE_FILE, Act, Recipient
from amparo.access.queries import bases
from amparo.access.standing import Refused, is_allowed
from amparo.cases.actions.decisions import receive, refer
from amparo.cases.actions.opening import open_identity
from amparo.cases.consents.actions import (
    end_ground,
    narrow_consent,
    record_consent,
    record_ground,
    withdraw_consent,
)
from amparo.cases.consents.models import Consent, LegalGround
from amparo.cases.consents.tests.consent_model import BOTH, Model, Said
from amparo.cases.models import Case
from amparo.cases.queries import cases_for
from amparo.methods import clock
from amparo.people.country import today
from amparo.people.models import User
from support import files
from support.cast import MEMBERS, Cast

STEPS = int(os.environ.get("AMPARO_STEPS", "4000"))
EACH = 40
PURPOSES = ("identification", "support", "police")
READERS = ("first_responder", "manager_a", "panel", "provider", "coordinator", "manager_b")
SEEN = """
    SELECT (SELECT count(*) FROM cases_case WHERE id = %(id)s),
           (SELECT count(*) FROM vault_datakey WHERE case_id = %(id)s)
"""
walked = 0

# Drawn more often: what opens a file, and the last day itself.
purposes = st.sampled_from((*PURPOSES, "identification", "support"))
recipients = st.sampled_from(("bureau", "services", BOTH))
days = st.sampled_from((None, 0, 0, 1, 2, 4))
people = st.sampled_from(READERS)


class Histories(RuleBasedStateMachine):
    """One file, from its opening; time passes only when a rule says so."""

    def __init__(self, cast: Cast) -> None:
        super().__init__()
        self.cast, self.moment = cast, clock.now()
        self.given: list[tuple[Said, Consent]] = []
        self.grounds: list[tuple[Said, LegalGround]] = []
        self.received = False

    @contextmanager
    def then(self) -> Iterator[None]:
        global walked
        walked += 1
        with clock.at(self.moment):
            yield

    def does(self, act: Callable[[], Any], *, allowed: bool) -> Any:
        try:
            done = act()
        except Refused:
            assert not allowed
            return None
        assert allowed
        return done

    @initialize(age=st.sampled_from(("adult", "adult", "child")))
    def opened(self, age: str) -> None:
        with self.then():
            self.case = files.opened(self.cast, age=age)
            self.adult = age == "adult"
            self.model = Model("police", today())

    @rule(purpose=purposes, to=recipients, lasting=days, by_guardian=st.booleans())
    def give(self, purpose: str, to: str, lasting: int | None, by_guardian: bool) -> None:
        with self.then():
            until = None if lasting is None else today() + timedelta(days=lasting)
            given_by = "guardian" if by_guardian else "person"
            row = record_consent(
                self.case, by=self.cast.first_responder, purpose=purpose, recipients=to,
                language="en", how="signed", given_by=given_by, until=until,
            )  # fmt: skip
            self._said(row)

    @rule(purpose=purposes, to=recipients)
    def write_past_every_action(self, purpose: str, to: str) -> None:
        """A row that comes by another path counts all the same."""
        by = self.cast.first_responder
        with self.then(), acting_as(by):
            row = Consent.objects.create(
                case=self.case, at=clock.now(), by=by, purpose=purpose, recipients=to,
                language="en", how="signed", given_by="person",
            )  # fmt: skip
            self._said(row)

    def _said(self, row: Consent) -> None:
        counts = self.adult or row.given_by == "guardian"
        said = Said(row.purpose, row.recipients, row.until, counts)
        self.model.say(said)
        self.given.append((said, row))

    @rule(purpose=purposes)
    def ground(self, purpose: str) -> None:
        with self.then():
            row = record_ground(
                self.case, by=self.cast.first_responder, purpose=purpose, ground="vital_interest"
            )
            said = Said(purpose, BOTH)
            self.model.say(said)
            self.grounds.append((said, row))

    @precondition(lambda self: self.grounds)
    @rule(data=st.data())
    def end_ground(self, data: st.DataObject) -> None:
        said, row = data.draw(st.sampled_from(self.grounds))
        with self.then():
            by, allowed = self.cast.first_responder, not said.ended
            self.does(lambda: end_ground(row, by=by), allowed=allowed)
            if allowed:
                self.model.end(said)

    @precondition(lambda self: self.given)
    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        said, row = data.draw(st.sampled_from(self.given))
        with self.then():
            by, allowed = self.cast.first_responder, not said.ended
            self.does(lambda: withdraw_consent(row, by=by, how="signed"), allowed=allowed)
            if allowed:
                self.model.end(said)

    @precondition(lambda self: any(s.recipients == BOTH for s, _ in self.given))
    @rule(data=st.data(), to=st.sampled_from(("bureau", "services")))
    def narrow(self, data: st.DataObject, to: str) -> None:
        wide = [pair for pair in self.given if pair[0].recipients == BOTH]
        said, row = data.draw(st.sampled_from(wide))
        with self.then():
            over = said.until is not None and said.until < today()
            smaller = self.does(
                lambda: narrow_consent(
                    row, by=self.cast.first_responder, recipients=to, how="signed", until=row.until
                ),
                allowed=not said.ended and not over,
            )
            if smaller:
                self._said(smaller)
                self.model.end(said)

    @rule(passing=st.integers(1, 3))
    def time_passes(self, passing: int) -> None:
        self.moment += timedelta(days=passing)
        with self.then():
            self.model.today = today()

    @precondition(lambda self: not self.received)
    @rule()
    def refer_and_receive(self) -> None:
        model, units = self.model, self.cast.units
        with self.then():
            allowed = model.covers("identification")
            self.does(lambda: refer(self.case, by=self.cast.first_responder), allowed=allowed)
            if not allowed:
                return
            by = self.cast.coordinator
            receive(self.case, by=by, authority=units["panel"], manager=units["centre_a"])
            self.received = True
            for unit in ("panel", "centre_a"):
                model.let_in(unit, "identification", "bureau")
            if model.covers("support"):
                model.let_in("centre_a", "support", "services")

    @rule()
    def place(self) -> None:
        with self.then():
            allowed = self.model.covers("support")
            if self.does(lambda: files.placed(self.cast, self.case), allowed=allowed):
                self.model.let_in("shelter", "support", "services")

    @rule()
    def share_again(self) -> None:
        """A share that nothing covers may be written; it counts for nothing."""
        with self.then():
            share(
                self.case.pk, self.cast.units["centre_b"], THE_FILE, by=self.cast.first_responder,
                under="identification", recipient=Recipient.BUREAU,
            )  # fmt: skip
            self.model.let_in("centre_b", "identification", "bureau")

    @rule(name=people)
    def open_what_is_sealed(self, name: str) -> None:
        user = self.cast.users[name]
        with self.then():
            opened = self.does(
                lambda: open_identity(self.case, by=user, purpose="safety"),
                allowed=self.model.opens(MEMBERS[name]),
            )
            assert opened in (None, files.IDENTITY)

    @invariant()
    def every_wall_says_what_the_reference_says(self) -> None:
        if not hasattr(self, "model"):
            return
        with clock.at(self.moment):
            for name in READERS:
                unit = MEMBERS[name]
                reads, opens = self.model.reads(unit), self.model.opens(unit)
                reads = reads or unit == "bureau"
                told = seen_by(self.cast.users[name], self.case)
                assert told == (reads, opens, int(reads), 2 * opens), name

    def teardown(self) -> None:
        if not hasattr(self, "model"):
            return
        with clock.at(self.moment), acting_as(self.cast.stranger):
            assert seen_by(self.cast.stranger, self.case) == (False, False, 0, 0)
            rows = bases().of_case(self.case.pk)
            kept = sorted(
                (row.purpose, row.recipients, str(row.until), row.ended_at is not None)
                for row in rows
            )
        assert kept == sorted(
            (said.purpose, said.recipients, str(said.until), said.ended)
            for said in self.model.said
            if said.counts
        )


def seen_by(user: User, case: Case) -> tuple[bool, bool, int, int]:
    """By the policy: the file, what is sealed. By the database alone: its row, its keys."""
    with acting_as(user), connection.cursor() as cursor:
        found = cases_for(user).filter(pk=case.pk).exists()
        opens = is_allowed(user, Act.OPEN_IDENTITY, case.pk)
        cursor.execute(SEEN, {"id": case.pk})
        row, keys = cursor.fetchone()
        return found, opens, row, keys


@pytest.mark.asvs("8.2.2", "8.3.1", "8.3.2")
def test_both_walls_and_the_keys_follow_every_history_of_consent(
    cast: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    run_state_machine_as_test(
        lambda: Histories(cast),  # type: ignore[arg-type]  # it is only called
        settings=settings(
            max_examples=max(1, STEPS // EACH), stateful_step_count=EACH, deadline=None,
            suppress_health_check=list(HealthCheck), database=None,
        ),
    )  # fmt: skip
    with capsys.disabled():
        sys.stdout.write(f"\nconsent: {walked} steps walked\n")
    assert walked >= STEPS / 2
