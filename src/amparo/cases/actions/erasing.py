"""What of a file goes with its keys: every word in clear that describes the person (ADR 42)."""

from uuid import UUID

from amparo.cases.clocks.models import Clock
from amparo.cases.models import Case
from amparo.cases.pseudonyms import NAMELESS
from amparo.methods import clock

# Sex, age group and first form stay: they are what the yearly tables count, and name nobody.


def forget(case_id: UUID) -> None:
    """In the transaction that destroys the keys; states and dates stay."""
    case = Case.objects.select_for_update().filter(pk=case_id).first()
    if case is None:
        return
    case.pseudonym, case.region = NAMELESS, ""
    case.languages, case.dependants, case.forms = [], 0, case.forms[:1]
    case.save(update_fields=["pseudonym", "region", "languages", "dependants", "forms"])
    Clock.objects.running().filter(case=case).update(met_at=clock.now())
