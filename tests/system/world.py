"""The small country that the browser tests live in."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from system.person import screens_are_wanted
from system.serving import ROOT, House, Server

FILES = 24  # enough for the total of the year to be shown
LOAD = "from amparo.demo.load import Country; Country.found().play(print, most={most})"
INQUIRE = "from system.inquiries import make; make()"


def make_country(house: House) -> None:
    """With a few files, or with all of them where its pages are to be shown to strangers."""
    most = None if screens_are_wanted() else FILES
    house.runs("shell", "--verbosity", "0", "--command", LOAD.format(most=most))
    house.runs("shell", "--verbosity", "0", "--command", INQUIRE)
    for statement in SECOND_HOME:
        house.does(statement)


# A second home that takes a person who may be a child, of another provider than the first.
SECOND_HOME = (
    "CREATE TABLE home AS SELECT * FROM directory_service WHERE slug = 'nestrelle-girls'",
    """UPDATE home SET id = gen_random_uuid(), slug = 'mole-adolescents', places_free = 1,
        name_en = 'Mole House, home for adolescents', name_fr = 'Maison du Môle, foyer d’ados',
        region = 'QV06', unit_id = (SELECT id FROM people_unit WHERE slug = 'mole-shelters')""",
    "INSERT INTO directory_service SELECT * FROM home",
    "DROP TABLE home",
    "UPDATE directory_service SET places_free = 2 WHERE slug = 'nestrelle-girls'",
)


LATER = (
    sys.executable, "-m", "gunicorn", "system.later:application", "--bind", "127.0.0.1:PORT",
    "--threads", "8", "--worker-class", "gthread",
)  # fmt: skip


@contextmanager
def days_later(house: House, days: int) -> Iterator[Server]:
    """The same country, so many days from now."""
    server = Server(house, (*LATER, "--env", f"AMPARO_DAYS_LATER={days}"))
    server.start()
    try:
        yield server
    finally:
        server.stop()


@contextmanager
def served(house: House) -> Iterator[Server]:
    manage = str(ROOT / "manage.py")
    server = Server(house, [sys.executable, manage, "demo", "--port", "PORT"])
    server.start()
    try:
        yield server
    finally:
        server.stop()
