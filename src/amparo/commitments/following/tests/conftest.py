from collections.abc import Callable

import pytest
from django.test import Client

from amparo.commitments.actions import load_asks
from amparo.commitments.models import Ask
from amparo.commitments.queries import asks
from amparo.people.models import User
from support.cast import Cast

ClientOf = Callable[[User], Client]


@pytest.fixture
def ask(db: None) -> Ask:
    """S0 ¶5, which asks for a referral system."""
    load_asks()
    return asks().get(document="S0", number="5")


@pytest.fixture
def keeper(cast: Cast, client_of: ClientOf) -> Client:
    return client_of(cast.coordinator)
