import pytest

from amparo.cases.models import Case
from support import files
from support.cast import Cast


@pytest.fixture
def case(cast: Cast) -> Case:
    """An adult's file, received by the bureau and shared with the panel and centre A."""
    return files.received(cast)
