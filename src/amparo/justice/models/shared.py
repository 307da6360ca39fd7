from amparo.cases.models import OfCase
from amparo.justice.queries.shared import SharedQuerySet


class Shared(OfCase):
    """Dates and duties: a row for whoever works with the person and for whoever investigates.

    It holds no evidence and names nobody. `by` says who reported it.
    """

    noted = False

    objects = SharedQuerySet.as_manager()  # type: ignore[misc]  # wider than that of a file

    class Meta:
        abstract = True
