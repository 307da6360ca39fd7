"""Each deed leaves one row in the log that says all of it: who, what, on which file, why."""

from uuid import UUID, uuid4

import pytest
from django.core import mail
from pytest_django import DjangoCaptureOnCommitCallbacks

from amparo.access.acting import acting_as
from amparo.access.actions import OWN_RECORD, freeze, share, thaw
from amparo.access.glass.actions import deny, open_in_emergency, review
from amparo.access.glass.models import GlassReview
from amparo.access.policy import Purpose, Recipient
from amparo.access.restriction.actions import lift, restrict
from amparo.access.tests.two_persons.deeds import ABOUT, PLAIN, plain
from amparo.access.two_persons import approve, propose, refuse, withdraw
from amparo.audit.queries import entries
from amparo.people.models import User
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
    share(case, cast.units[unit], Purpose, by=cast.coordinator, under=OWN_RECORD, recipient=own)


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
