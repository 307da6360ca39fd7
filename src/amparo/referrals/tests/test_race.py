"""Providers who say yes in the same second, each over a connection of their own."""

import os
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import psycopg
import pytest
from django.db import connection, connections
from psycopg import sql
from pytest_django import DjangoDbBlocker

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.config import embedded
from amparo.directory.queries import services
from amparo.people.models import User
from amparo.referrals.actions.needs import record_need
from amparo.referrals.actions.offers import accept, offer
from amparo.referrals.models import Offer
from amparo.referrals.queries import offers_for
from support import files
from support.cast import make_cast

# As many as come to the barrier together, five times over: the server has no more connections.
CLIENTS, AT_ONCE = 200, 40


@pytest.fixture
def committed(
    cluster: embedded.Cluster,
    migrated: str,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """A database of its own, whose rows are committed: what one connection writes, all see."""
    name, settings = f"race_{os.getpid()}", connections["default"].settings_dict
    before, identifier = settings["NAME"], sql.Identifier(name)
    server = psycopg.connect(cluster.url("postgres", "postgres"), autocommit=True)
    copy = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
    server.execute(copy.format(identifier, sql.Identifier(migrated)))
    with django_db_blocker.unblock():
        connections.close_all()
        settings["NAME"] = name
        yield
        connections.close_all()
        settings["NAME"] = before
    server.execute(sql.SQL("DROP DATABASE {} (FORCE)").format(identifier))
    server.close()


def say_yes(made: Offer, provider: User, start: Barrier) -> str:
    start.wait()
    try:
        accept(made, by=provider)
    except Refused as refusal:
        return str(refusal)
    finally:
        connection.close()
    return "yes"


@pytest.mark.asvs("2.3.4", "15.4.2")
def test_of_two_providers_at_once_one_wins_and_the_other_is_told(committed: None) -> None:
    cast = make_cast()
    first = files.offered(cast, files.consented(cast))
    second = offer(first.need, files.service(cast, "second_shelter"), by=cast.first_responder)
    start = Barrier(2)
    with ThreadPoolExecutor(2) as pool:
        one = pool.submit(say_yes, first, cast.provider, start)
        other = pool.submit(say_yes, second, cast.second_provider, start)
    answers = sorted([one.result(), other.result()])
    assert answers == ["This offer is closed: recalled.", "yes"]
    with acting_as(cast.coordinator):
        states = sorted(offers_for(cast.coordinator).values_list("state", flat=True))
    assert states == ["accepted", "recalled"]
    assert sorted(service.places_free for service in services()) == [1, 2]


@pytest.mark.asvs("15.4.2")
def test_of_two_hundred_who_race_for_the_last_bed_one_wins(committed: None) -> None:
    cast = make_cast()
    case, home = files.consented(cast), files.service(cast, places_total=4, places_free=1)
    made = []
    for _ in range(CLIENTS):
        need = record_need(
            case, by=cast.first_responder, kind="shelter", urgency="days", region="north"
        )
        made.append(offer(need, home, by=cast.first_responder))
    start = Barrier(AT_ONCE)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        told = Counter(pool.map(lambda each: say_yes(each, cast.provider, start), made))
    assert told["yes"] == 1
    assert told == {
        "yes": 1,
        "There is no place free any more. Set the places, or decline.": CLIENTS - 1,
    }
    with acting_as(cast.coordinator):
        states = Counter(offers_for(cast.coordinator).values_list("state", flat=True))
    assert states == {"accepted": 1, "offered": CLIENTS - 1}
    assert [service.places_free for service in services()] == [0]
