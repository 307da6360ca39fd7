from django.db import models

from amparo.cases.models import OfCase


class ComingOfAge(OfCase):
    """The quarter of a year in which a child turns 18, by its first day.

    The date of birth itself stays sealed: a quarter is enough to ask in time.
    """

    quarter = models.DateField()
