"""Services of every sort, invented: open and confidential, with hours, regions and places."""

from datetime import date, time

from amparo.directory.actions.locations import Where, add_location
from amparo.directory.models import Schedule, Service
from amparo.methods import clock
from support import files
from support.cast import Cast

# Where the confidential house is: found in an answer, it leaked.
HIDDEN = Where("QV02", "7 Ombrevaltine Rise", "Kestrelhaven", "KV-90417", 12.345678, 98.765432)
CANARIES = ("Ombrevaltine", "Kestrelhaven", "KV-90417", "12.345678", "98.765432")
OPEN = Where("QV01", "1 Quay of the Mills", "Vessarine", "1000", 1.25, 2.5)


def hidden_house(cast: Cast) -> Service:
    house = files.service(
        cast, name_en="Aster House", name_fr="Maison Aster", phone="+999 555 0201",
        region="QV02", serves=["QV01", "QV02"], languages=["ar", "en"], sexes=["F"], age_min=18,
        forms=["SEXUAL", "LABOUR"], accessibility=["step_free"], not_asked=["citizenship"],
        capacity_unit="room", places_total=4, places_free=2, places_updated_at=clock.now(),
        accredited_until=date(2027, 3, 1), verified_on=date(2026, 11, 2), assurer="Regional office",
    )  # fmt: skip
    add_location(house, HIDDEN, by=cast.provider)
    return house


def open_office(cast: Cast) -> Service:
    office = files.service(
        cast, "second_shelter", kind="legal_aid", name_en="Zinnia Office", name_fr="Bureau Zinnia",
        confidential=False, region="QV01", round_the_clock=False, dependants=False,
        description_en="Lawyers.", description_fr="Des avocates.", sexes=["F", "M", "X"],
        assurer="office@example.org", places_total=0, places_free=0,
    )  # fmt: skip
    add_location(office, OPEN, by=cast.second_provider)
    Schedule.objects.create(
        service=office, days=["FR", "MO"], opens_at=time(9), closes_at=time(17, 30),
        valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31),
    )  # fmt: skip
    return office
