import pytest

from amparo.access.tests.two_persons.deeds import register_deeds
from amparo.access.two_persons import kinds


@pytest.fixture(autouse=True)
def deeds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "_kinds", dict(kinds._kinds))
    register_deeds()
