import pytest

from amparo.commitments.loading.actions.looking import bring
from amparo.commitments.loading.models import LoadedPart
from amparo.commitments.loading.queries import parts
from amparo.commitments.loading.tests.texts import HOUSES
from support.cast import Cast


@pytest.fixture
def houses(cast: Cast) -> LoadedPart:
    """A resolution that no one knows yet, read and waiting."""
    loading = bring(HOUSES, by=cast.coordinator)
    return parts().of(loading).get()
