import pytest

from amparo.evidence.tests.story import handed_over
from amparo.justice.models import Dossier
from support import files
from support.cast import Cast


@pytest.fixture
def dossier(cast: Cast) -> Dossier:
    """Handed over to the brigade, and to the police, so that there are two to agree."""
    return handed_over(files.received(cast), cast, "police")
