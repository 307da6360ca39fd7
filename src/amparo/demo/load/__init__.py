"""Loading the fictitious country: its houses, its people, and six years of files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from uuid import UUID

from django.core.management import call_command
from django.db import connection, connections

from amparo.audit.actions import once
from amparo.audit.queries import is_done
from amparo.demo.load.commitments import follow_up
from amparo.demo.load.houses import Houses, load_houses
from amparo.demo.load.people import People, load_people
from amparo.demo.load.plans import make_plans
from amparo.demo.load.play import play
from amparo.methods import clock
from amparo.people.queries import active_users

LOADED = UUID("00000000-0000-4000-8000-000000c0117a")
BUREAU = "bureau-coordination"


def is_loaded() -> bool:
    return is_done(LOADED)


def is_half_loaded() -> bool:
    """Somebody stopped the loading: what stands there is of no use."""
    return active_users().exists() and not is_loaded()


def clear() -> None:
    """Drop every table, as their owner; the migrations make them anew."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    connection.close()


@dataclass(frozen=True)
class Country:
    """The country as it stands before anything has happened in it."""

    houses: Houses
    people: People

    @classmethod
    def found(cls) -> Country:
        """Write its texts, organisations, services and people; then one can sign in."""
        call_command("load_texts", stdout=StringIO())
        houses = load_houses()
        return cls(houses, load_people(houses))

    def play(self, say: Callable[[str], object], *, most: int | None = None) -> None:
        """Play its files, each step in its own time and transaction; a last mark says it is whole.

        One transaction for all would be five times slower: no version of a row could be cleaned
        up. `most` keeps only that many of the newest files, for a country that is there at once.
        """
        plans = make_plans(clock.now())
        plans = plans if most is None else plans[-most:]
        with _not_waiting_for_the_disk():
            play(plans, self.houses, self.people, say)
            follow_up(self.houses, self.people[BUREAU])
        with once(LOADED, by=self.people[BUREAU]):
            say(f"The country is whole: {len(plans)} files over six years.")


@contextmanager
def _not_waiting_for_the_disk() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")
        yield
        cursor.execute("RESET synchronous_commit")
