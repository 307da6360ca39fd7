"""Persons who wait for a place, each offered to two homes at once: all of it in one database.

Runs inside a House, as a process of its own (see `House.runs`), and prints what was made.
"""

import json

from amparo.config import static
from amparo.directory.models import Service
from amparo.referrals.actions.needs import record_need
from amparo.referrals.actions.offers import offer
from support import files
from support.cast import Cast, make_cast

MAKE = "from system.crowd import make; make({persons})"
HOMES = {"shelter": "provider", "second_shelter": "second_provider"}
PLACES = 200


def make(persons: int) -> None:
    static.collect_stale()
    cast = make_cast()
    homes = [files.service(cast, unit, places_total=PLACES, places_free=PLACES) for unit in HOMES]
    offers = [made for _ in range(persons) for made in _wait_for_a_place(cast, homes)]
    users = {unit: str(cast.users[name].pk) for unit, name in HOMES.items()}
    print(json.dumps({"users": users, "offers": offers}))  # noqa: T201  read by who started it


def _wait_for_a_place(cast: Cast, homes: list[Service]) -> list[dict[str, str]]:
    """One person's offers: the need, the offer and the unit that it was put to."""
    by = cast.first_responder
    case = files.consented(cast)
    need = record_need(case, by=by, kind="shelter", urgency="tonight", region="north")
    made = [offer(need, home, by=by) for home in homes]
    return [{"need": str(need.pk), "offer": str(each.pk), "unit": each.unit.slug} for each in made]
