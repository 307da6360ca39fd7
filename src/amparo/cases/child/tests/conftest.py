import pytest

from amparo.cases.models import Case
from support import files
from support.cast import Cast


@pytest.fixture
def child(cast: Cast) -> Case:
    """A file whose age is not sure, shared with the panel and with centre A."""
    return files.received(cast, age="not_sure")
