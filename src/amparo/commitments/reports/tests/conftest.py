from collections.abc import Callable
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

from amparo.commitments.following.actions.asks import put_in_charge, say_progress
from amparo.commitments.following.actions.showing import add_link, add_note
from amparo.commitments.following.actions.taking import take_action
from amparo.commitments.following.models import Institution
from amparo.commitments.queries import asks
from amparo.people.models import User
from support.cast import Cast

ClientOf = Callable[[User], Client]


@pytest.fixture
def answered(cast: Cast) -> None:
    """S0 ¶5 has somebody in charge, an action, a note and a link; nothing is known of the rest."""
    call_command("load_texts", stdout=StringIO())
    by, ask = cast.coordinator, asks().get(document="S0", number="5")
    ministry = Institution.objects.create(name_en="Ministry of Labour", name_fr="Travail")
    put_in_charge(ask, ministry, by=by)
    say_progress(ask, by=by, state="under_way", why="The mechanism runs in two regions.")
    take_action(
        by=by,
        title="Open the referral desk",
        state="under_way",
        institution=ministry,
        begins_on=date(2026, 1, 5),
        ask=ask,
    )
    add_note(ask, by=by, text="Agreed by the council of ministers.")
    add_link(ask, by=by, url="https://example.org/desk", text="The desk's own page")


@pytest.fixture
def browser(cast: Cast, client_of: ClientOf) -> Client:
    return client_of(cast.coordinator)
