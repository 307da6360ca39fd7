"""What was asked for, done: by the worker, or at once by whoever asked."""

from uuid import UUID

from amparo.access.standing import Refused
from amparo.directory.imports.actions.undoing import undo
from amparo.directory.imports.actions.writing import write
from amparo.directory.imports.models import ImportBatch, State
from amparo.directory.imports.queries import batches
from amparo.people.models import User
from amparo.people.queries import as_of_now


def do_now(batch: ImportBatch, *, by: User) -> None:
    """Raises Refused. What is neither to be written nor undone is left as it is."""
    if batch.state == State.WRITING:
        write(batch.pk, by=by)
    elif batch.state == State.UNDOING:
        undo(batch.pk, by=by)


def work(batch: UUID) -> None:
    """With the eyes of whoever asked for it, and only if they still may."""
    found = batches().filter(pk=batch).first()
    if found is None:
        return
    try:
        do_now(found, by=as_of_now(found.by))
    except Refused:
        _failed(batch)
    except Exception:  # whatever it was: the page must not say that it still goes on
        _failed(batch)
        raise


def _failed(batch: UUID) -> None:
    """Nothing of it stands: what was written was rolled back whole."""
    moving = batches().filter(pk=batch)
    moving.filter(state=State.WRITING).update(state=State.FAILED, message="write")
    moving.filter(state=State.UNDOING).update(state=State.DONE, message="undo")
