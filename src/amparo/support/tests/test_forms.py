"""Every form of the Support track: see `PageForms`."""

from amparo.support.deeds import PAGE
from amparo.support.tests.sendings import SENDINGS
from support.forms import PageForms


class TestForms(PageForms):
    pages = (PAGE,)
    sendings = SENDINGS
