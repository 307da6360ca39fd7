"""Long work is asked for and done by the worker; if none runs, whoever asked may do it at once."""

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require
from amparo.audit.actions import record
from amparo.directory import tasks
from amparo.directory.imports.actions.looking import opened
from amparo.directory.imports.models import ImportBatch, State
from amparo.methods import clock
from amparo.people.models import User


@action
def start(batch: ImportBatch, *, by: User) -> ImportBatch:
    """Have the rows written. Raises Refused where no row would change anything."""
    batch = opened(batch, by=by)
    if not batch.has_work:
        raise Refused(_("No row of it would change anything."))
    _begin(batch, State.WRITING, by)
    record("asked to bring services in", by=by, thing=batch)
    tasks.move_services.defer(batch=str(batch.pk))
    return batch


@action
def start_undoing(batch: ImportBatch, *, by: User) -> ImportBatch:
    require(by, Act.KEEP_DIRECTORY)
    found = ImportBatch.objects.select_for_update().filter(pk=batch.pk, state=State.DONE).first()
    if found is None:
        raise Refused(_("Only what was brought in can be taken back, and once."))
    _begin(found, State.UNDOING, by)
    record("asked to take services back", by=by, thing=found)
    tasks.move_services.defer(batch=str(found.pk))
    return found


def _begin(batch: ImportBatch, state: State, by: User) -> None:
    batch.state, batch.rows_done, batch.message = state, 0, ""
    batch.by, batch.moved_at = by, clock.now()
    batch.save()
