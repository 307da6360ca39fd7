"""kill -9 in the middle of a referral: it is wholly there afterwards, or not at all."""

import json
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPException
from queue import Queue
from uuid import uuid4

import psycopg
import pytest

from amparo.config import embedded
from system.browserless import Browserless
from system.crowd import MAKE
from system.halves import halves
from system.serving import Server, house

# How many answers have come when the server is killed, round by round.
ROUNDS = (1, 3, 5, 8)
PERSONS = 8  # whose two offers are answered in one round, all sixteen at once
GUNICORN = (
    sys.executable, "-m", "gunicorn", "amparo.config.wsgi:application", "--bind",
    "127.0.0.1:PORT", "--threads", "8", "--worker-class", "gthread", "--log-level", "warning",
)  # fmt: skip
INSIDE = """SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
    AND pid <> pg_backend_pid() AND xact_start IS NOT NULL"""
OTHERS = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> %s"
ACCEPTED = "SELECT id::text FROM referrals_offer WHERE state = 'accepted'"


@dataclass
class Yes:
    """A provider's yes to one offer; the key is the form's, so that it counts once."""

    offer: str
    unit: str
    key: str = field(default_factory=lambda: str(uuid4()))
    answered: bool = False


@dataclass(frozen=True)
class Crowd:
    server: Server
    users: dict[str, str]
    rounds: list[list[Yes]]


@pytest.fixture(scope="module")
def crowd(
    cluster: embedded.Cluster, migrated: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Crowd]:
    folder = tmp_path_factory.mktemp("crowd")
    with house(cluster, migrated, folder, f"crowd_{os.getpid()}") as made:
        command = MAKE.format(persons=PERSONS * len(ROUNDS))
        told = json.loads(made.runs("shell", "--verbosity", "0", "--command", command))
        every = [Yes(row["offer"], row["unit"]) for row in told["offers"]]
        size = 2 * PERSONS
        rounds = [every[start : start + size] for start in range(0, len(every), size)]
        server = Server(made, GUNICORN)
        yield Crowd(server, told["users"], rounds)
        server.stop()


def providers(crowd: Crowd) -> dict[str, Browserless]:
    found = {unit: Browserless(crowd.server.port) for unit in crowd.users}
    for unit, provider in found.items():
        provider.signs_in(crowd.users[unit])
    return found


def say(yes: Yes, provider: Browserless, told: Queue[Yes]) -> None:
    try:
        status = provider.posts(f"/referrals/offers/{yes.offer}/accept/", {"key": yes.key})
    except (OSError, HTTPException):
        return  # the server is dead: nobody knows whether it was done
    yes.answered = status == 302
    told.put(yes)


def say_all_and_kill(
    crowd: Crowd, round_: list[Yes], connection: psycopg.Connection, *, after: int
) -> int:
    """Send every yes at once, and kill the server as soon as `after` of them are answered.

    How many transactions it was in the middle of.
    """
    desks, told = providers(crowd), Queue[Yes]()
    with ThreadPoolExecutor(len(round_)) as pool:
        for yes in round_:
            pool.submit(say, yes, desks[yes.unit], told)
        for _ in range(after):
            told.get(timeout=60)
        inside = connection.execute(INSIDE.encode()).fetchone()
        crowd.server.kill()
        connection.rollback()
    return int(inside[0]) if inside else 0


def say_all_again(crowd: Crowd) -> None:
    desks, told = providers(crowd), Queue[Yes]()
    for yes in (each for round_ in crowd.rounds for each in round_):
        say(yes, desks[yes.unit], told)
        assert yes.answered


def wait_until_the_database_has_dropped_the_dead(connection: psycopg.Connection) -> None:
    own = connection.info.backend_pid
    while connection.execute(OTHERS, [own]).fetchone():
        connection.rollback()
    connection.rollback()


def then_each_answer_is_whole(connection: psycopg.Connection, crowd: Crowd) -> set[str]:
    """No half of an acceptance, and for each one its receipt; which offers are accepted."""
    wait_until_the_database_has_dropped_the_dead(connection)
    assert halves(connection) == []
    accepted = {row[0] for row in connection.execute(ACCEPTED.encode())}
    kept = {row[0] for row in connection.execute(b"SELECT key::text FROM audit_receipt")}
    every = [yes for round_ in crowd.rounds for yes in round_]
    assert {yes.offer for yes in every if yes.key in kept} == accepted
    return accepted


def test_a_server_killed_in_the_middle_leaves_no_half_of_a_referral(crowd: Crowd) -> None:
    interrupted = 0
    with psycopg.connect(crowd.server.house.url) as connection:
        for round_, after in zip(crowd.rounds, ROUNDS, strict=True):
            crowd.server.start()
            inside = say_all_and_kill(crowd, round_, connection, after=after)
            accepted = then_each_answer_is_whole(connection, crowd)
            placed = len(accepted & {yes.offer for yes in round_})
            print(f"killed inside {inside} transactions: {placed} of {PERSONS} have a place")  # noqa: T201  for the reader of -s
            assert placed < PERSONS, "the server had done everything before it was killed"
            interrupted += inside
        assert interrupted, "no transaction was open when the server was killed"

        crowd.server.start()
        say_all_again(crowd)
        crowd.server.stop()
        accepted = then_each_answer_is_whole(connection, crowd)
        assert len(accepted) == PERSONS * len(ROUNDS), "each person has one place, and only one"


@pytest.mark.parametrize(
    "damage",
    [
        b"UPDATE referrals_need SET met_at = CASE WHEN met_at IS NULL THEN now() END",
        b"UPDATE directory_service SET places_free = places_free - 1",
        b"UPDATE referrals_offer SET answered_at = CASE WHEN answered_at IS NULL THEN now() END",
        b"UPDATE cases_case SET support = CASE support WHEN 'placed' THEN '' ELSE 'placed' END",
    ],
)
def test_half_of_a_referral_would_be_noticed(crowd: Crowd, damage: bytes) -> None:
    with psycopg.connect(crowd.server.house.url) as connection:
        assert halves(connection) == []
        connection.execute(damage)
        assert halves(connection) != []
        connection.rollback()
