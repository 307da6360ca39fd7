from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import require
from amparo.audit.actions import record
from amparo.directory.imports.exporting import SHAPES
from amparo.people.models import User


@action
def take_out(shape: str, *, by: User) -> bytes:
    """The whole directory in this shape, without where confidential services are."""
    require(by, Act.KEEP_DIRECTORY)
    record("took the directory out", by=by, purpose=shape)
    _kind, make = SHAPES[shape]
    return make()
