"""Regions by how far they are, and those that are too near to the place of exploitation."""

from amparo.people.country import country
from amparo.referrals.matching import distance
from amparo.referrals.tests.invented import MIDDLES


def test_regions_stand_from_the_nearest_to_the_farthest() -> None:
    assert distance.steps("south", MIDDLES) == {"south": 0, "north": 1, "west": 2, "east": 3}


def test_a_region_that_nobody_measured_is_near_to_itself_alone() -> None:
    assert distance.steps("isle", MIDDLES) == {"isle": 0}
    assert distance.around("isle", 25, MIDDLES) == ("isle",)


def test_danger_reaches_as_far_as_the_rules_say() -> None:
    assert distance.around("north", 14, MIDDLES) == ("north",)
    assert distance.around("north", 15, MIDDLES) == ("north", "west")
    assert distance.around("north", 80, MIDDLES) == ("east", "north", "west")
    assert distance.around("", 25, MIDDLES) == ()


def test_the_country_says_where_each_region_has_its_middle() -> None:
    assert distance.centroids().keys() == country().areas.keys()
    km = distance.between("QV01", "QV02")
    assert km is not None and 10 < km < 1000
    assert distance.between("QV01", "QV01") is None
    assert distance.between("QV01", "nowhere") is None
