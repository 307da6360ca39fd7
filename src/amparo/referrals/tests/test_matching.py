"""Which service fits: held against a plain reading of the rules, over many needs and services."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from amparo.directory.models import Hold, Schedule, Service
from amparo.directory.queries import services
from amparo.methods import clock
from amparo.people.country import zone
from amparo.people.models import Organisation, Unit
from amparo.referrals.matching import found, obstacles, plain
from amparo.referrals.matching.facts import OF_NEED, OF_SERVICE, Asked, Offered, Wanted, asked
from amparo.referrals.matching.rules import rules
from amparo.referrals.models import Need
from amparo.referrals.tests import invented
from amparo.referrals.tests.invented import IDS, MIDDLES, NEEDS, ANeed, AService

FORBIDDEN = (
    "nation",
    "citizen",
    "religio",
    "faith",
    "ethnic",
    "race",
    "origin",
    "country",
    "civil",
)
# A Friday at night, by the country's clock half past two; the same day at noon; a Sunday.
NIGHT, NOON, SUNDAY = (
    datetime(2026, 11, 27, 1, 30, tzinfo=UTC),
    datetime(2026, 11, 27, 11, 0, tzinfo=UTC),
    datetime(2026, 11, 29, 22, 30, tzinfo=UTC),
)
# One fill has so many needs and services: the cases are EXAMPLES x NEEDED x OFFERED, 10,000.
EXAMPLES, NEEDED, OFFERED = 40, 10, 25
# To make a failure smaller takes minutes with a database; the pair that differs says enough.
NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)


def seeks(need: ANeed) -> Asked:
    return asked(need, rules().settings, MIDDLES)


def fill(drawn: Iterable[AService], now: datetime) -> None:
    """Exactly these services, with their hours and holds."""
    for model in (Hold, Schedule, Service):
        model.objects.all().delete()
    house, _ = Organisation.objects.get_or_create(
        slug="house", name_en="House", name_fr="Maison", kind="other"
    )
    unit, _ = Unit.objects.get_or_create(
        slug="unit", name_en="Unit", name_fr="Unité", organisation=house, mandates=[]
    )
    listed = list(drawn)
    Service.objects.bulk_create(_stored(each, unit) for each in listed)
    Schedule.objects.bulk_create(
        Schedule(service_id=each.id, **{**vars(hours), "days": list(hours.days)})
        for each in listed
        for hours in each.hours
    )
    Hold.objects.bulk_create(
        Hold(service_id=each.id, holder=each.id, places=each.places_held, until=until)
        for each in listed
        if each.places_held
        for until in [now + timedelta(minutes=1)]
    )


def _stored(drawn: AService, unit: Unit) -> Service:
    given = {
        field.name: list(value) if isinstance(value := getattr(drawn, field.name), tuple) else value
        for field in fields(drawn)
        if field.name not in ("hours", "places_held")
    }
    return Service(
        unit=unit, kind="shelter", slug=f"house-{drawn.id}", places_total=9, name_en="House",
        name_fr="Maison", **given,
    )  # fmt: skip


@pytest.mark.django_db
@settings(max_examples=EXAMPLES, phases=NO_SHRINKING, suppress_health_check=list(HealthCheck))
@given(st.data(), st.sampled_from([NIGHT, NOON, SUNDAY]))
def test_the_database_judges_ten_thousand_cases_as_a_plain_reading_does(
    data: st.DataObject, now: datetime
) -> None:
    """The same fit, for the same reasons, in the same order; one at hand is judged alike."""
    local = now.astimezone(zone())
    drawn = data.draw(
        st.lists(invented.services(local), min_size=OFFERED, max_size=OFFERED), "services"
    )
    drawn = [replace(each, id=id) for each, id in zip(drawn, IDS, strict=False)]
    fill(drawn, now)
    with clock.at(now):
        stored = list(services().prefetch_related("schedules"))
        for need in data.draw(st.lists(NEEDS, min_size=NEEDED, max_size=NEEDED), "needs"):
            expected = {each.id: invented.against(need, each, local) for each in drawn}
            row = sorted(
                drawn,
                key=lambda each: (
                    len(expected[each.id]), invented.turn(need, each, local), each.id
                ),
            )  # fmt: skip
            answer = found.look(seeks(need), "shelter", shown=OFFERED)
            told = [*answer.fits, *answer.others]
            for each, right in zip(told, row, strict=True):
                reasons = {why.code for why in each.why_not}
                assert (each.service.pk, reasons) == (right.id, expected[right.id]), (need, right)
            assert answer.fit == sum(not reasons for reasons in expected.values())
            assert found.judged(seeks(need), stored) == told


@pytest.mark.parametrize(
    ("need", "service", "reason"),
    [
        ({"unwanted": (IDS[0],)}, {}, "not_wanted"),
        ({"sex": "M"}, {"sexes": ("F",)}, "sex"),
        ({"sex": "X"}, {"sexes": ("F",)}, "sex"),
        ({"age_status": "child"}, {"age_min": 18}, "adults_only"),
        ({"age_status": "not_sure"}, {"age_min": 18}, "adults_only"),
        ({}, {"age_max": 17}, "children_only"),
        ({"dependants": 1}, {"dependants": False, "places_free": 2}, "dependants"),
        ({}, {"places_free": 0}, "no_place"),
        ({}, {"places_held": 1}, "all_held"),
        ({"dependants": 2}, {"places_free": 2}, "family_apart"),
        ({"dependants": 2}, {"places_free": 3, "places_held": 1}, "family_apart"),
        ({"accessibility": ("step_free",)}, {"accessibility": ("quiet_room",)}, "accessibility"),
        ({"forms": ("LABOUR",)}, {"forms": ("SEXUAL",)}, "form"),
        ({}, {"serves": ("west",)}, "elsewhere"),
        ({"language_needed": True}, {"languages": ("fr",)}, "language_needed"),
        ({"avoid_region": "north"}, {}, "dangerous_area"),
        ({"avoid_region": "west"}, {}, "dangerous_area"),
        ({"urgency": "tonight"}, {"round_the_clock": False}, "closed"),
        ({}, {"accredited_until": NOON.date() - timedelta(days=1)}, "not_accredited"),
    ],
)
def test_each_obstacle_is_named(need: dict[str, Any], service: dict[str, Any], reason: str) -> None:
    with clock.at(NOON):
        wanted, offered = seeks(replace(ANeed(), **need)), replace(AService(), **service)
        broken = plain.broken(rules(), wanted, offered)
        assert [rule.code for rule in plain.named(rules(), broken)] == [reason]


@pytest.mark.parametrize(
    ("need", "service"),
    [
        ({"sex": "U"}, {"sexes": ("F",)}),
        ({"forms": ("UNKNOWN",)}, {"forms": ("SEXUAL",)}),
        ({"forms": ("LABOUR", "SEXUAL")}, {"forms": ("SEXUAL",)}),
        ({"forms": ("LABOUR",)}, {"forms": ()}),
        ({"languages": (), "language_needed": True}, {"languages": ()}),
        ({"languages": ("ar",)}, {"languages": ("fr",)}),
        ({"avoid_region": "east"}, {}),
        ({"dependants": 3}, {"capacity_unit": "room"}),
        ({"urgency": "days"}, {"round_the_clock": False}),
        ({}, {"accredited_until": NOON.date()}),
    ],
)
def test_what_stands_against_no_service(need: dict[str, Any], service: dict[str, Any]) -> None:
    with clock.at(NOON):
        assert not plain.broken(
            rules(), seeks(replace(ANeed(), **need)), replace(AService(), **service)
        )


def test_without_a_middle_a_region_is_dangerous_by_itself_alone() -> None:
    assert obstacles(ANeed(avoid_region="north"), AService(region="west")) == ()
    assert obstacles(ANeed(avoid_region="north"), AService(region="north")) == ("dangerous_area",)


def names_of(protocol: type) -> set[str]:
    return {
        name
        for name, value in vars(protocol).items()
        if isinstance(value, property) or name.startswith("is_")
    }


def test_the_match_is_given_no_forbidden_input() -> None:
    """33/1 ¶2. The tests above prove that it looks at nothing but these names."""
    assert names_of(Wanted) == {field.name for field in fields(ANeed)}
    given = {field.name for field in fields(AService)} - {"hours", "places_held", "round_the_clock"}
    assert names_of(Offered) == given | {"places_open", "is_open_at"}
    stored = {field.name for model in (Need, Service) for field in model._meta.get_fields()}
    named = {field.name for field in fields(Asked)} | OF_NEED.keys() | OF_SERVICE.keys()
    for name in names_of(Wanted) | names_of(Offered) | stored | named:
        assert not any(word in name for word in FORBIDDEN), name


def test_every_rule_cites_its_paragraph() -> None:
    assert all(rule.cites for rule in rules().hard)
    assert all(key.cites for key in rules().order)
