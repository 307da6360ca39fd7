"""A raid with twelve people, two of them known already; what links them shows to nobody else."""

from system import raid
from system.conftest import Meet
from system.coordinator import GIRLS
from system.dump import then_the_dump_of_the_database_holds_none
from system.person import PHONE, File, Person
from system.serving import House


def test_twelve_people_on_one_ship_have_each_a_file_and_nobody_is_counted_twice(
    meet: Meet, country: House
) -> None:
    ines, adele, noor = meet("Inès", width=PHONE), meet("Adèle"), meet("Noor")
    before = raid.given_somebody_was_met_before(ines, raid.WARD_BEFORE, raid.BORN)
    namesake = raid.given_somebody_was_met_before(noor, raid.NAMESAKE_BEFORE, raid.NAMESAKE_BORN)
    crew = raid.when_she_lists_whom_she_found(ines)
    raid.then_each_has_a_file_of_their_own(ines, crew)
    adele.signs_in()
    one_person_twice(ines, adele, crew, before)
    raid.then_nobody_she_may_see_is_the_namesake(ines, crew[1])
    raid.when_the_bureau_tells_the_namesakes_apart(adele, crew[1], namesake)
    raid.then_the_other_unit_learns_nothing(ines, crew[1], namesake.reference)
    raid.then_the_other_unit_learns_nothing(noor, namesake.reference, crew[1])
    a_bed_for_one(ines, meet("Greta"), crew, namesake)
    then_the_dump_of_the_database_holds_none(country, raid.SEALED_HERE)


def one_person_twice(ines: Person, adele: Person, crew: list[str], before: File) -> None:
    """Merged on what an officer remembers, undone for a paper, merged again at his own word."""
    first = crew[0]
    raid.when_she_looks_whether_he_is_known(ines, first)
    raid.then_she_reads_of_the_file_before(ines, before)
    raid.when_she_proposes_to_merge(ines, first, before, "somebody who has met the person")
    raid.then_she_does_not_decide_alone(ines)
    raid.when_a_second_person_agrees(adele, first, before.reference)
    raid.then_the_file_goes_on_in_the_one_before(ines, crew, before)
    raid.when_she_proposes_to_undo_it(ines, first)
    raid.when_a_second_person_agrees(adele, first)
    raid.then_the_file_is_as_it_was(ines, crew, before)
    raid.when_she_proposes_to_merge(ines, first, before, "the person says so")
    raid.when_a_second_person_agrees(adele, first, before.reference)
    raid.then_the_file_goes_on_in_the_one_before(ines, crew, before)


def a_bed_for_one(ines: Person, greta: Person, crew: list[str], stranger: File) -> None:
    girl, others = crew[2], [reference for reference in crew if reference != crew[2]]
    raid.when_she_links_the_sisters(ines, crew, stranger)
    raid.when_she_seeks_a_bed_for_one_of_them(ines, girl, GIRLS)
    raid.when_the_home_says_yes(greta, girl, others)
    raid.then_the_home_learns_of_nobody_else(greta, girl, others)
