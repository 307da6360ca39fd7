"""Every form of this room, on the file and on the dossier: see `PageForms`."""

from amparo.justice.deeds import NON_PUNISHMENT, PAGE
from amparo.justice.dossier_deeds import ASSETS, OFFENDERS, PROCEEDINGS
from amparo.justice.tests.sendings import SENDINGS
from support.forms import PageForms


class TestForms(PageForms):
    pages = (PAGE, NON_PUNISHMENT, PROCEEDINGS, OFFENDERS, ASSETS)
    sendings = SENDINGS
