"""Every form of the events: see `PageForms`."""

from amparo.events.deeds import PAGE
from amparo.events.tests.sendings import SENDINGS
from support.forms import PageForms


class TestForms(PageForms):
    pages = (PAGE,)
    sendings = SENDINGS
