"""Everything that the Child route can hold, written as a click would: one story of one child."""

from amparo.cases.child.actions.age import appeal_age
from amparo.cases.child.actions.detention import end_detention, note_detention
from amparo.cases.child.actions.family import answer_family_risk
from amparo.cases.child.actions.guardian import appoint_guardian, request_guardian
from amparo.cases.child.actions.interests import Said
from amparo.cases.child.actions.recruited import (
    note_recruitment,
    say_proceedings,
    say_victim_standing,
)
from amparo.cases.child.tests.steps import decided, ended, planned, told, weighed
from amparo.cases.models import Case
from amparo.methods import clock
from amparo.people.models import User
from support.cast import Cast


def play_child_route(case: Case, cast: Cast, words: tuple[str, str]) -> None:
    """`words` are what is sealed: a guardian's name, and the child's own word."""
    name, said = words
    by = cast.manager_a
    request_guardian(case, by=by, office="guardianship_office")
    appoint_guardian(case, by=by, office="guardianship_office", conflict="none", name=name)
    told(case, by=by)
    planned(case, by=by, kind="move", office="shelter")
    ended(case, planned(case, by=by), by=by, words=f"{said} asked me nothing twice.")
    choice = Said(f"with {said}\nin the home", f"I want to stay with {said}.", f"{said} is kind.")
    weighed(case, by=by, said=choice)
    answer_family_risk(case, by=by, danger="none", wished=True, note=f"{said} was asked.")
    _held_and_recruited(case, by, said)
    decided(case, "adult", by=cast.panel)
    appeal_age(case, by=by, lodged_by="guardian", note=f"My brother {said} is older than me.")


def _held_and_recruited(case: Case, by: User, said: str) -> None:
    held = note_detention(case, by=by, place="police", since=clock.now())
    end_detention(case, held.pk, by=by, how="guardian")
    note_recruitment(
        case, by=by, group="gang", way="at_school", returned=False, note=f"{said} was there."
    )
    say_victim_standing(case, by=by, standing="recognised", authority="court")
    say_proceedings(case, by=by, standing="suspected", authority="court")
