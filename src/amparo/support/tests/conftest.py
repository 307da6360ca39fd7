import pytest

from amparo.cases.models import Case
from support import files
from support.cast import Cast


@pytest.fixture
def case(cast: Cast) -> Case:
    """A file of an adult, shared with the panel and with centre A."""
    return files.received(cast)
