"""Every form of the Child route: see `PageForms`."""

from amparo.cases.child.deeds import PAGE
from amparo.cases.child.tests.sendings import SENDINGS
from support.forms import PageForms


class TestForms(PageForms):
    pages = (PAGE,)
    sendings = SENDINGS
