"""Every form of residence and return: see `PageForms`."""

from amparo.stay.deeds import PAGE
from amparo.stay.tests.sendings import SENDINGS
from support.forms import PageForms


class TestForms(PageForms):
    pages = (PAGE,)
    sendings = SENDINGS
