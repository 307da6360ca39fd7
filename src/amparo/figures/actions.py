from collections.abc import Sequence

from django.db import connection
from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.standing import Refused, standing_of
from amparo.audit.actions import record
from amparo.cases.models import Case
from amparo.cases.queries import cases_for
from amparo.figures.facts import facts_of, token
from amparo.figures.models import Fact
from amparo.links.queries import not_counted
from amparo.people.models import User

CHUNK = 500
KEY_FIELD = "token"
# Writers wait until the end, readers do not. No case is locked, so that nobody waits in a circle.
ALONE = "LOCK TABLE figures_fact IN SHARE ROW EXCLUSIVE MODE"


def keep(case: Case) -> None:
    """Bring the fact of a file up to date, in the transaction that changed the file.

    It runs as whoever took the step, who has the case under row-level security: a provider's
    unit is given the case before its acceptance is announced. The step has its own audit row.
    """
    _store([case])


@action
def rebuild(*, by: User) -> int:
    """Count every file anew and say how many there are. Raises Refused unless `by` sees all."""
    if not standing_of(by).oversees:
        raise Refused(_("Only the bureau sees every file, so only the bureau can count them anew."))
    with connection.cursor() as cursor:
        cursor.execute(ALONE)
    Fact.objects.all().delete()
    cases = list(cases_for(by).order_by("pk"))
    for start in range(0, len(cases), CHUNK):
        _store(cases[start : start + CHUNK])
    record("rebuilt the figures", by=by)
    return len(cases)


def _store(cases: Sequence[Case]) -> None:
    """A person with two files that were merged is counted once, by the file that goes on."""
    elsewhere = not_counted(case.pk for case in cases)
    Fact.objects.filter(token__in=map(token, elsewhere)).delete()
    _count([case for case in cases if case.pk not in elsewhere])


def _count(cases: Sequence[Case]) -> None:
    fields = [field.name for field in Fact._meta.concrete_fields if field.name != KEY_FIELD]
    Fact.objects.bulk_create(
        facts_of(cases), update_conflicts=True, unique_fields=[KEY_FIELD], update_fields=fields
    )
