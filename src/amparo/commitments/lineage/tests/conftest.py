from collections.abc import Callable

import pytest
from django.core.management import call_command
from django.test import Client

from amparo.people.models import User
from support.cast import Cast

ClientOf = Callable[[User], Client]


@pytest.fixture
def keeper(cast: Cast, client_of: ClientOf) -> Client:
    """The five texts are here, with their words."""
    call_command("load_texts", verbosity=0)
    return client_of(cast.coordinator)
