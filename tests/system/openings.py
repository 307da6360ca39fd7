"""One file with a sealed identity, and who may open it; runs inside a House (see `House.runs`)."""

import json

from amparo.config import static
from support.cast import make_cast
from support.sealed import fully_written


def make() -> None:
    static.collect_stale()
    cast = make_cast()
    case = fully_written(cast)
    user = str(cast.first_responder.pk)
    print(json.dumps({"user": user, "reference": case.reference}))  # noqa: T201  read by who started it
