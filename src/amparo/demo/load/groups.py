"""People who were found together a few hours ago, one of whom may be known already."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from amparo.demo.load import persons
from amparo.demo.load.chance import Chance
from amparo.demo.load.people import People
from amparo.demo.load.scene import Steps, later
from amparo.demo.load.sheets import sheet
from amparo.demo.load.words import words
from amparo.links.actions.looking import look_for_same
from amparo.links.actions.together import note_together
from amparo.links.found import Found

Met = Mapping[str, Mapping[str, str]]


def found_together(people: People, chance: Chance, met: Met, now: datetime) -> Steps:
    """`met`: the last person whom each unit wrote down before."""
    group = sheet("around")["group"]
    yield now - timedelta(hours=group["hours"])
    by, seen = people[group["unit"]], met.get(group["unit"])
    named = [Found(persons.somebody(chance)) for _ in range(group["named"])]
    if seen:
        named[0] = Found(f"{seen['given_name']} {seen['family_name']}", seen["birth_date"])
    files = note_together(
        by=by, key=chance.key(), channel=group["channel"], danger=False, people=named,
        unnamed=group["unnamed"], account=words("around", "group", chance),
    )  # fmt: skip
    yield later(hours=1)
    look_for_same(files[0], by=by)
