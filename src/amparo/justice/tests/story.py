"""What stands on the other side of the wall, written as a click would: one dossier and another."""

from amparo.access.acting import acting_as
from amparo.cases.consents.actions import record_ground
from amparo.cases.models import Case
from amparo.justice.actions.handing import hand_over
from amparo.justice.actions.offenders import note_offender, take_for_same
from amparo.justice.models import Dossier, Offender
from amparo.justice.queries import dossiers_for
from amparo.people.models import User
from support.cast import Cast


def handed_over(case: Case, cast: Cast) -> Dossier:
    """The dossier of a file, as the brigade has it."""
    record_ground(case, by=cast.manager_a, purpose="police", ground="legal_duty")
    hand_over(case, by=cast.manager_a, unit=cast.units["brigade"].pk)
    return dossier_for(cast.investigator, case)


def dossier_for(user: User, case: Case) -> Dossier:
    with acting_as(user):
        return dossiers_for(user).get(pk=case.pk)


def offender(dossier: Dossier, by: User, name: str = "", description: str = "") -> Offender:
    return note_offender(
        dossier, by=by, role="exploited", relation="employer", legal_person=False, name=name,
        description=description,
    )  # fmt: skip


def play_investigation(case: Case, other: Case, cast: Cast, words: tuple[str, str]) -> None:
    """`words` are what is sealed: who is meant, and what is known of them."""
    name, known = words
    by = cast.investigator
    first, second = handed_over(case, cast), handed_over(other, cast)
    row = offender(first, by, name, f"Drives the van of {known}.")
    there = offender(second, by)
    take_for_same(
        first, row.pk, by=by, reference=second.reference, pseudonym=there.pseudonym
    )  # fmt: skip
