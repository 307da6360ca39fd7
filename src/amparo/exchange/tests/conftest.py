import pytest

from amparo.cases.models import Case
from support import files
from support.cast import Cast


@pytest.fixture
def case(cast: Cast) -> Case:
    """Opened by the police, referred, received: shared with the panel and with centre A."""
    return files.received(cast)
