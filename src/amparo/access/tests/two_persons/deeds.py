"""Kinds of deed for these tests, whose `run` leaves a mark: one without a case, one about one."""

from uuid import UUID, uuid4

from amparo.access.acting import acting_as
from amparo.access.policy import Act
from amparo.access.standing import Refused
from amparo.access.two_persons import Kind, Proposal, propose, register
from amparo.access.two_persons.queries import decidable_by, proposed_by
from amparo.audit.actions import record
from amparo.audit.queries import entries
from amparo.people.models import User
from amparo.people.queries import as_of_now

PLAIN, ABOUT, FAILING = "test_plain", "test_about", "test_failing"
DONE = "did the deed"


def _run(proposal: Proposal, by: User) -> None:
    record(DONE, by=by, thing=proposal)


def _fail(proposal: Proposal, by: User) -> None:
    record(DONE, by=by, thing=proposal)
    raise Refused("It cannot be done any more.")


def register_deeds() -> None:
    see = Act.SEE_PROPOSALS
    register(Kind(PLAIN, "A plain deed", see, see, _run))
    register(Kind(FAILING, "A failing deed", see, see, _fail))
    register(Kind(ABOUT, "A deed about a file", Act.CLOSE, Act.CLOSE, _run, _says))


def _says(proposal: Proposal) -> str:
    return f"Does it to {proposal.subject}"


def plain(by: User, kind: str = PLAIN, *, subject: UUID | None = None) -> Proposal:
    return propose(kind, by=by, subject=subject or uuid4(), reason="asked for by the office")


def doers() -> list[UUID]:
    """Who is written down as having done each deed."""
    return list(entries().filter(action=DONE).values_list("actor", flat=True))


def waits_for(user: User) -> list[Proposal]:
    """What waits for this person's decision, as a page of theirs would ask."""
    with acting_as(user):
        return decidable_by(as_of_now(user))


def own(user: User) -> list[Proposal]:
    with acting_as(user):
        return list(proposed_by(user))
