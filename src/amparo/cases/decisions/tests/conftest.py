import pytest

from amparo.cases.models import Case
from support import files
from support.cast import Cast


@pytest.fixture
def case(cast: Cast) -> Case:
    """Received by the bureau, shared with the panel; forced labour is suspected."""
    return files.received(cast)
