from io import StringIO

import pytest
from django.core.management import call_command

from amparo.commitments.actions import load_asks


@pytest.fixture
def asked(db: None) -> None:
    """What the texts ask is known, their words are not."""
    load_asks()


@pytest.fixture
def loaded(db: None) -> str:
    """The five texts are read; what the command printed."""
    printed = StringIO()
    call_command("load_texts", stdout=printed)
    return printed.getvalue()
