"""Needs of a file and the offers that answer them."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from amparo.cases.models import Case
from amparo.demo.load.chance import Chance
from amparo.demo.load.houses import Houses
from amparo.demo.load.people import People
from amparo.demo.load.scene import Scene
from amparo.demo.load.sheets import sheet
from amparo.directory.actions.places import set_places
from amparo.directory.models import Service
from amparo.methods import clock
from amparo.people.models import User
from amparo.referrals.actions.needs import record_need
from amparo.referrals.actions.offers import accept, decline, offer
from amparo.referrals.matching import obstacles, places_needed
from amparo.referrals.models import Need, Offer, Urgency

# What a file asks for first; more would tell the same again.
MOST = 2
# Only in newer files does a need still wait for a place.
RECENT_DAYS = 60


def needs(case: Case, scene: Scene) -> Iterator[datetime]:
    plan, chance = scene.plan, scene.chance
    rows = sheet("profiles")["need"]
    wanted = [row for row in rows if chance.happens(row["child" if plan.child else "adult"])]
    by = scene.people[plan.responder]
    old = scene.age_days > RECENT_DAYS
    for row in wanted[:MOST]:
        urgency = chance.one_of(row["urgency"])
        yield clock.now() + timedelta(minutes=chance.random.uniform(5, 40))
        need = record_need(case, by=by, kind=row["kind"], urgency=urgency, region=plan.region)
        able = _able(need, scene.houses)
        if able and (old or not chance.happens(sheet("profiles")["offers"]["unmet"])):
            yield from _answer(need, able, scene)


def _able(need: Need, houses: Houses) -> list[Service]:
    """Services that can take the person but for a place, which somebody leaves in time.

    For tonight only those that never close: others may be shut by the time that one has declined.
    """
    passing = {"no_place", "all_held", "family_apart"}
    tonight = need.urgency == Urgency.TONIGHT
    found = [
        service
        for service in houses.services.values()
        if service.kind == need.kind
        and (service.round_the_clock or not tonight)
        and passing.issuperset(obstacles(need, service))
        and service.places_total >= places_needed(need, service)
    ]
    return sorted(found, key=lambda service: (service.region != need.region, service.slug))


def _answer(need: Need, able: list[Service], scene: Scene) -> Iterator[datetime]:
    people, chance, by = scene.people, scene.chance, scene.people[scene.plan.responder]
    offers = sheet("profiles")["offers"]
    declining = min(chance.one_of(dict(offers["declined_before"])), len(able) - 1)
    placed_at = need.at + timedelta(hours=_hours(need, chance))
    for service in able[:declining]:
        made = _offer(need, service, by, people)
        yield clock.now() + timedelta(minutes=chance.between(offers["reply_minutes"][need.urgency]))
        reason = chance.one_of(offers["decline_reasons"])
        decline(made, by=people[service.unit.slug], reason=reason)
    made = _offer(need, able[declining], by, people)
    yield max(placed_at, clock.now() + timedelta(minutes=4))
    service = able[declining]
    _keep_places(need, service, people)
    accept(made, by=people[service.unit.slug])


def _hours(need: Need, chance: Chance) -> float:
    hours = sheet("profiles")["place_hours"]
    slower = hours["slower"].get(str(need.at.year), 1.0)
    return chance.between(hours[Urgency(need.urgency).value]) * float(slower)


def _offer(need: Need, service: Service, by: User, people: People) -> Offer:
    _keep_places(need, service, people)
    return offer(need, service, by=by)


def _keep_places(need: Need, service: Service, people: People) -> None:
    """Somebody left: the unit says that there is room again for all who come."""
    service.refresh_from_db(fields=["places_free"])
    wanted = places_needed(need, service)
    if service.places_free < wanted:
        room = min(max(2, wanted), service.places_total)
        kept = set_places(service, room, by=people[service.unit.slug])
        service.places_free = kept.places_free
