import pytest

from amparo.cases.models import Case
from amparo.justice.models import Dossier
from amparo.justice.tests.story import handed_over
from support import files
from support.cast import Cast


@pytest.fixture
def case(cast: Cast) -> Case:
    """A file shared with the panel and with centre A."""
    return files.received(cast)


@pytest.fixture
def dossier(cast: Cast, case: Case) -> Dossier:
    """The same file, handed over to the brigade."""
    return handed_over(case, cast)
