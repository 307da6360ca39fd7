"""Each deed leaves one row in the log that says all of it: who, what, on which file, why."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoCaptureOnCommitCallbacks

from amparo.access.acting import acting_as
from amparo.access.actions import OWN_RECORD, freeze, share, thaw
from amparo.access.glass.actions import deny, open_in_emergency, review
from amparo.access.glass.models import GlassReview
from amparo.access.models import Grant
from amparo.access.policy import THE_FILE, Recipient
from amparo.access.restriction.actions import lift, restrict
from amparo.access.restriction.queries import restrictions
from amparo.access.standing import Refused
from amparo.access.tests.two_persons.deeds import ABOUT, PLAIN, own, plain, waits_for
from amparo.access.two_persons import approve, propose, refuse, withdraw
from amparo.access.two_persons.queries import proposal_for, waiting_for
from amparo.audit.queries import entries
from amparo.methods import clock
from amparo.people.models import Unit, User
from amparo.people.queries import as_of_now
from support.cast import Cast

Told = tuple[UUID, str, UUID | None, UUID | None, str, str, int]
WHY = "She is in danger tonight."


def last() -> Told:
    """The newest row: who, act, file, thing, purpose, decision, keys."""
    row = entries().newest_first()[0]
    return (
        row.actor, row.action, row.case_id, row.object_id, row.purpose, row.decision, row.keys
    )  # fmt: skip


def shared(case: UUID, unit: str, cast: Cast) -> None:
    own = Recipient.OWN
    share(case, cast.units[unit], THE_FILE, by=cast.coordinator, under=OWN_RECORD, recipient=own)


def test_sharing_says_with_whom_and_for_what(cast: Cast) -> None:
    case = uuid4()
    shared(case, "centre_a", cast)
    unit, by = cast.units["centre_a"].pk, cast.coordinator.pk
    assert last() == (by, "shared", case, unit, "casework, identity", "allow", 0)


def test_an_emergency_and_its_review_say_all_of_it(
    cast: Cast, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    case, by = uuid4(), as_of_now(cast.manager_b)
    with django_capture_on_commit_callbacks(execute=True):
        glass = open_in_emergency(case, by=by, reason=WHY)
    assert last() == (by.pk, "opened in an emergency", case, glass.pk, "", "glass", 0)
    [letter] = mail.outbox
    assert letter.subject == "Amparo: something waits for you"
    assert letter.body.startswith("Please sign in to Amparo today.")
    assert {cast.coordinator.email, cast.auditor.email} <= set(letter.bcc)
    found = review(glass, by=cast.auditor, outcome=GlassReview.Outcome.JUSTIFIED, reason=WHY)
    assert found.reason == WHY
    told = (cast.auditor.pk, "reviewed an emergency", case, glass.pk, "justified", "allow", 0)
    assert last() == told
    with acting_as(by):
        deny(by=by)
    assert last() == (by.pk, "opened in an emergency", None, None, "", "deny", 0)


def test_a_frozen_account_and_its_thaw_name_the_account(cast: Cast) -> None:
    user, by = cast.manager_b, cast.administrator
    freeze(user, by=by)
    assert last() == (by.pk, "froze an account", None, user.pk, "", "allow", 0)
    thaw(user, by=by)
    assert last() == (by.pk, "unfroze an account", None, user.pk, "", "allow", 0)


def test_a_restriction_says_its_ground_and_its_end_the_same_row(cast: Cast) -> None:
    case, by = uuid4(), cast.coordinator
    row = restrict(case, by=by, ground="danger", asked_by="person")
    assert last() == (by.pk, "restricted", case, row.pk, "danger", "allow", 0)
    lift(case, by=by)
    assert last() == (by.pk, "lifted the restriction", case, row.pk, "", "allow", 0)


@pytest.mark.parametrize(
    ("decide", "says"), [(refuse, "refused"), (approve, "approved"), (withdraw, "withdrawn")]
)
def test_a_proposal_and_what_became_of_it_name_each_other(
    decide: object, says: str, cast: Cast
) -> None:
    one, other = cast.manager_a, cast.manager_b
    proposal = plain(one)
    assert last() == (one.pk, f"proposed: {PLAIN}", None, proposal.pk, "", "allow", 0)
    by: User = one if decide is withdraw else other
    assert callable(decide)
    decide(proposal, by=by)
    rows = entries().filter(action=f"{says}: {PLAIN}")
    assert [(row.actor, row.object_id) for row in rows] == [(by.pk, proposal.pk)]


def test_a_proposal_about_a_file_names_the_file(cast: Cast) -> None:
    case = uuid4()
    shared(case, "centre_a", cast)
    by = as_of_now(cast.manager_a)
    proposal = propose(ABOUT, by=by, subject=uuid4(), case=case, reason="asked for")
    assert last() == (by.pk, f"proposed: {ABOUT}", case, proposal.pk, "", "allow", 0)


def test_a_decision_on_a_proposal_keeps_its_reason_and_names_the_file(cast: Cast) -> None:
    case = uuid4()
    for unit in ("centre_a", "centre_b"):
        shared(case, unit, cast)
    by, other = as_of_now(cast.manager_a), as_of_now(cast.manager_b)
    proposal = propose(ABOUT, by=by, subject=uuid4(), case=case, reason="  asked for  ")
    with acting_as(by):
        proposal.refresh_from_db()
    assert proposal.reason == "asked for"
    refuse(proposal, by=other, reason="not needed")
    assert last() == (other.pk, f"refused: {ABOUT}", case, proposal.pk, "", "allow", 0)
    with acting_as(by):
        assert [step.reason for step in proposal.steps.filter(state="refused")] == ["not needed"]


def test_a_refusal_without_words_keeps_none(cast: Cast) -> None:
    proposal = plain(cast.manager_a)
    refuse(proposal, by=cast.manager_b)
    approved = plain(cast.manager_a)
    approve(approved, by=cast.manager_b)
    with acting_as(cast.manager_a):
        for row in (proposal, approved):
            assert [step.reason for step in row.steps.exclude(state="proposed")] == [""]


def test_whoever_lost_the_file_can_neither_refuse_nor_have_asked(cast: Cast) -> None:
    case = uuid4()
    shared(case, "centre_a", cast)
    by = as_of_now(cast.manager_a)
    proposal = propose(ABOUT, by=by, subject=uuid4(), case=case, reason="asked for")
    with pytest.raises(Refused):
        refuse(proposal, by=cast.manager_b)
    with acting_as(cast.manager_b):
        assert proposal_for(as_of_now(cast.manager_b), proposal.pk) is None
    end_share(case, cast.units["centre_a"], cast)
    with pytest.raises(Refused, match="may no longer ask"):
        approve(proposal, by=cast.coordinator)


def end_share(case: UUID, unit: Unit, cast: Cast) -> None:
    with acting_as(cast.coordinator):
        Grant.objects.filter(case_id=case, unit=unit).update(until=clock.now())


def test_of_several_the_one_that_expires_first_comes_first(cast: Cast) -> None:
    now = clock.now()
    with clock.at(now - timedelta(hours=1)):
        early = plain(cast.manager_a)
    rows = [plain(cast.manager_a) for _ in range(3)]
    with clock.at(now - timedelta(hours=2)):
        first = plain(cast.manager_a)
    asked = waits_for(cast.manager_b)
    assert asked[:2] == [first, early]
    with clock.at(now):
        together = sorted((plain(cast.manager_a) for _ in range(6)), key=lambda row: row.pk)
        assert [row for row in waits_for(cast.manager_b) if row in together] == together
    assert set(rows) < set(waits_for(cast.manager_b))


def test_the_list_of_proposals_reads_who_proposed_with_it(cast: Cast) -> None:
    plain(cast.manager_a)
    [row] = own(cast.manager_a)
    with CaptureQueriesContext(connection) as asked:
        assert str(row.by)
    assert len(asked) == 0


def test_ones_own_proposal_does_not_wait_for_oneself(cast: Cast) -> None:
    plain(cast.manager_a)
    assert waits_for(cast.manager_a) == []


def test_whether_one_of_a_kind_waits_for_its_second_person(cast: Cast) -> None:
    subject = uuid4()

    def waits(kind: str, about: UUID | None = None) -> bool:
        with acting_as(cast.manager_b):
            return waiting_for(kind, about)

    assert not waits(PLAIN)
    proposal = plain(cast.manager_a, subject=subject)
    assert waits(PLAIN)
    assert waits(PLAIN, subject)
    assert not waits(PLAIN, uuid4())
    assert not waits(ABOUT, subject)
    with clock.at(proposal.expires_at):
        assert not waits(PLAIN, subject)
    refuse(proposal, by=cast.manager_b)
    assert not waits(PLAIN, subject)


def test_restrictions_come_newest_first_with_who_set_and_lifted_them(cast: Cast) -> None:
    case, by, now = uuid4(), cast.coordinator, clock.now()
    with clock.at(now - timedelta(days=2)):
        old = restrict(case, by=by, ground="danger", asked_by="person")
        lift(case, by=by)
    new = restrict(case, by=by, ground="contested", asked_by="person")
    with acting_as(by):
        rows = list(restrictions().of_case(case).newest_first())
        with CaptureQueriesContext(connection) as asked:
            assert [(row.pk, str(row.by), row.lifted_by) for row in rows] == [
                (new.pk, str(by), None), (old.pk, str(by), by),
            ]  # fmt: skip
    assert len(asked) == 0


def test_restrictions_of_one_moment_stand_in_one_order(cast: Cast) -> None:
    with clock.at(clock.now()):
        made = [
            restrict(uuid4(), by=cast.coordinator, ground="danger", asked_by="person")
            for _ in range(6)
        ]
    with acting_as(cast.coordinator):
        rows = restrictions().filter(pk__in=[row.pk for row in made]).newest_first()
        assert [row.pk for row in rows] == sorted(row.pk for row in made)


def test_a_proposal_about_a_file_waits_for_whoever_has_the_file(cast: Cast) -> None:
    case = uuid4()
    for unit in ("centre_a", "centre_b"):
        shared(case, unit, cast)
    by = as_of_now(cast.manager_a)
    proposal = propose(ABOUT, by=by, subject=uuid4(), case=case, reason="asked for")
    assert waits_for(cast.manager_b) == [proposal]
    approve(proposal, by=cast.manager_b)
    assert waits_for(cast.manager_b) == []
