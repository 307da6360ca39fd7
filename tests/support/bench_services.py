"""Invented services for a measurement, of every sort that the directory can hold."""

from datetime import date, time, timedelta
from random import Random

from amparo.directory.actions.locations import Where, add_location
from amparo.directory.models import Schedule, Service
from amparo.methods import clock
from amparo.people.codes import listed
from amparo.people.country import country
from support import files
from support.cast import Cast

STREETS = ("Quay", "Mill Lane", "Orchard Road", "Bell Street", "Long Walk")
SECRET = "Ombrevaltine"  # in every address that may stand in no answer
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def some(random: Random, name: str, most: int) -> list[str]:
    codes = listed(name).codes
    return random.sample(codes, random.randint(0, min(most, len(codes))))


def make_services(cast: Cast, number: int, seed: int = 55) -> list[Service]:
    """Every third is confidential; each fact is there in some and missing in others."""
    random = Random(seed)
    return [_made(cast, random, each) for each in range(number)]


def _made(cast: Cast, random: Random, number: int) -> Service:
    unit = random.choice(("shelter", "second_shelter"))
    regions, total = list(country().regions), random.randint(0, 20)
    low = random.choice((0, 12, 18))
    service = files.service(
        cast, unit, slug=f"invented-{number}", name_en=f"House {number}",
        name_fr=f"Maison {number}", kind=random.choice(listed("services").codes),
        region=random.choice(regions), serves=random.sample(regions, random.randint(0, 3)),
        sexes=some(random, "sex", 3) or ["F"], age_min=low, age_max=random.choice((18, 25, 120)),
        languages=some(random, "languages", 5), dependants=random.random() < 0.5,
        forms=some(random, "forms", 3), accessibility=some(random, "accessibility", 3),
        not_asked=some(random, "not_asked", 4), confidential=number % 3 == 0,
        phone=random.choice(("", f"+999 555 {number:04}")), places_total=total,
        places_free=random.randint(0, total), round_the_clock=random.random() < 0.3,
        places_updated_at=random.choice((None, clock.now() - timedelta(hours=number))),
        capacity_unit=random.choice(listed("capacity_units").codes),
        description_en=random.choice(("", "Help at any hour.")), hours_en="Mornings",
        description_fr="De l’aide à toute heure.", hours_fr="Le matin",
        accredited_until=random.choice((None, date(2027, 1, 1))),
        verified_on=random.choice((None, date(2026, 11, 1))),
        assurer=random.choice(("", "Regional office", "office@example.org")),
    )  # fmt: skip
    _placed(cast, service, random)
    return service


def _placed(cast: Cast, service: Service, random: Random) -> None:
    by = cast.provider if service.unit == cast.units["shelter"] else cast.second_provider
    for _ in range(random.randint(0, 2)):
        street = SECRET if service.confidential else random.choice(STREETS)
        where = Where(
            service.region, f"{random.randint(1, 99)} {street}", random.choice(("", "Vessarine")),
            random.choice(("", "1000")), *random.choice(((None, None), (1.5, 2.5))),
        )  # fmt: skip
        add_location(service, where, by=by)
    if random.random() < 0.5:
        days = random.sample(DAYS, random.randint(1, 7))
        Schedule.objects.create(
            service=service, days=days, opens_at=time(random.randint(6, 12)),
            closes_at=time(random.randint(13, 23), 30),
        )  # fmt: skip
