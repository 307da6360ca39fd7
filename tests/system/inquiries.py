"""Two files handed over, with all that an inquiry can hold. Runs inside a House."""

from amparo.access.acting import acting_as
from amparo.cases.queries import cases_for
from amparo.evidence.tests.story import play_evidence
from amparo.justice.tests.story import dossier_for, play_justice
from amparo.links.actions.linking import link
from amparo.people.models import Unit, User
from amparo.support.actions.health import note_health
from support.cast import Cast

WORDS = ("Ostrevin", "Mirdaline", "0700 Quistrelle 12", "somebody", "Valdemon")


def make() -> None:
    """Samir looks after both persons; Solène investigates."""
    samir, solene = (User.objects.get(given_name=name) for name in ("Samir", "Solène"))
    brigade = Unit.objects.get(slug="police-brelmarche-inquiries")
    cast = Cast({"brigade": brigade}, {"manager_a": samir, "investigator": solene})
    with acting_as(samir):
        case, other = cases_for(samir).under_way().newest_first()[:2]
    play_justice(case, other, cast, WORDS)
    play_evidence(dossier_for(solene, case), solene, "Ostrevin")
    note_health(case, by=samir, kind="talk", text="She sleeps badly.")
    link(case, by=samir, reference=other.reference, kind="offender")
