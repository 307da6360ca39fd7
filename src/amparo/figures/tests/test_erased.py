"""A file that was erased goes on being counted: its fact holds no identity."""

from uuid import UUID

from amparo.access.two_persons import approve
from amparo.figures.actions import rebuild
from amparo.figures.facts import token
from amparo.figures.models import Fact
from amparo.rights.actions.erasures import ask_erasure
from support import files
from support.cast import Cast


def fact(named: UUID) -> dict[str, object]:
    return dict(Fact.objects.filter(token=named).values().get())


def test_the_fact_stays_as_it_was_and_is_counted_anew_the_same(cast: Cast) -> None:
    case = files.confirmed(cast)
    before = fact(token(case.pk))
    proposal = ask_erasure(
        case, by=cast.manager_a, ground="objection", asked_by="person", reason="Asked."
    )
    approve(proposal, by=cast.coordinator)
    assert fact(token(case.pk)) == before
    rebuild(by=cast.coordinator)
    assert fact(token(case.pk)) == before
