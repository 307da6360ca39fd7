"""Who may name whom for a file, all files or none, and what undoing puts back."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from amparo.access.acting import acting_as
from amparo.access.actions import freeze
from amparo.access.standing import NotAllowed, Refused
from amparo.audit.queries import entries
from amparo.cases.consents.actions import withdraw_consent
from amparo.cases.consents.queries import live_consents
from amparo.cases.models import Case
from amparo.cases.queries import cases_for
from amparo.cases.queues.actions import assign, take_back, undo
from amparo.cases.queues.models import Assignment, Carried
from amparo.cases.queues.queries import Desk, carried_by_me
from amparo.cases.queues.tests.carrying import carrier, colleague, give
from amparo.cases.tests.sendings import closed
from amparo.cases.timeline import timeline
from amparo.people.country import today
from amparo.people.models import User
from amparo.people.queries import as_of_now
from amparo.vault.erasure import erase
from support import files
from support.cast import MEMBERS, Cast

Seen = dict[str, UUID | None]

# A file that the police opened, the bureau received and shared with the panel and centre A.
MAY = {"manager_a", "panel", "coordinator"}
MAY_NOT = set(MEMBERS) - MAY


def seen(*cases: Case) -> Seen:
    """As nobody carried them."""
    return dict.fromkeys((case.reference for case in cases), None)


@pytest.mark.parametrize("name", sorted(MAY))
def test_whoever_writes_or_decides_in_a_unit_that_holds_the_file_takes_it(
    name: str, cast: Cast, case: Case
) -> None:
    user, unit = cast.users[name], cast.units[MEMBERS[name]]
    assert assign(seen(case), by=user, unit=unit, to=user) == 1
    assert carrier(case, unit, by=user) == user


@pytest.mark.parametrize("name", sorted(MAY_NOT))
def test_nobody_else_does(name: str, cast: Cast, case: Case) -> None:
    user, unit = cast.users[name], cast.units[MEMBERS[name]]
    with pytest.raises(NotAllowed):
        assign(seen(case), by=user, unit=unit, to=user)
    with acting_as(cast.coordinator):
        assert not Carried.objects.exists()


@pytest.mark.parametrize("unit", sorted(set(MEMBERS.values()) - {"bureau"}))
def test_the_bureau_names_nobody_in_another_unit(unit: str, cast: Cast, case: Case) -> None:
    by = cast.coordinator
    with pytest.raises(NotAllowed):
        assign(seen(case), by=by, unit=cast.units[unit], to=cast.manager_a)


def left(cast: Cast, user: User) -> None:
    user.memberships.update(until=today() - timedelta(days=1))


def shut(cast: Cast, user: User) -> None:
    user.is_active = False
    user.save()


def frozen(cast: Cast, user: User) -> None:
    freeze(user, by=cast.administrator)


@pytest.mark.parametrize("what", [left, shut, frozen])
def test_a_file_goes_only_to_somebody_at_work_in_the_unit(
    what: Callable[[Cast, User], None], cast: Cast, case: Case
) -> None:
    to = colleague(cast, "panel")
    what(cast, to)
    with pytest.raises(Refused, match=f"{case.reference}: Colleague Test does not work"):
        assign(seen(case), by=cast.panel, unit=cast.units["panel"], to=as_of_now(to))


def test_a_file_goes_to_nobody_of_another_unit(cast: Cast, case: Case) -> None:
    with pytest.raises(Refused, match="Manager_A Test does not work in this unit"):
        assign(seen(case), by=cast.panel, unit=cast.units["panel"], to=cast.manager_a)


def test_to_be_named_gives_no_right_and_ends_with_the_sharing(cast: Cast, case: Case) -> None:
    give(case, cast.panel, by=cast.panel, unit=cast.units["panel"])
    with acting_as(cast.first_responder):
        given = live_consents(case).get(purpose="identification")
    withdraw_consent(given, by=cast.first_responder, how="signed")
    panel = as_of_now(cast.panel)
    with acting_as(panel):
        assert not cases_for(panel).exists()
        assert not carried_by_me(panel).exists()
        assert not Carried.objects.exists()
    with pytest.raises(NotAllowed, match=f"Not shared with your unit: {case.reference}"):
        take_back(seen(case), by=panel, unit=cast.units["panel"])


def test_to_name_somebody_takes_no_right_from_their_colleagues(cast: Cast, case: Case) -> None:
    other = colleague(cast, "panel")
    give(case, cast.panel, by=cast.panel, unit=cast.units["panel"])
    with acting_as(other):
        assert cases_for(other).get() == case
    assert give(case, other, by=other, unit=cast.units["panel"]) == 1


def test_many_files_are_assigned_at_once_with_one_row_of_the_log_each(cast: Cast) -> None:
    several, to = [files.received(cast) for _ in range(3)], colleague(cast, "bureau")
    bureau = cast.units["bureau"]
    assert assign(seen(*several), by=cast.coordinator, unit=bureau, to=to) == 3
    for case in several:
        assert carrier(case, bureau, by=to) == to
        assert entries().of_case(case.pk).filter(action="assigned").count() == 1


def test_one_file_that_cannot_stops_all_and_each_is_named(cast: Cast) -> None:
    free, shut_, taken = files.received(cast), closed(cast), files.received(cast)
    bureau, to = cast.units["bureau"], colleague(cast, "bureau")
    give(taken, cast.coordinator, by=cast.coordinator, unit=bureau)
    with pytest.raises(Refused) as refusal:
        assign(seen(free, shut_, taken), by=cast.coordinator, unit=bureau, to=to)
    assert str(refusal.value).split(". ") == [
        f"{shut_.reference} is closed",
        f"{taken.reference} was assigned to Coordinator Test meanwhile",
        "Nothing was changed.",
    ]
    assert carrier(free, bureau, by=to) is None
    assert not entries().of_case(free.pk).filter(action="assigned").exists()


def test_a_file_that_is_not_shared_with_the_unit_stops_all(cast: Cast, case: Case) -> None:
    hidden, panel = files.opened(cast, by=cast.manager_b), cast.units["panel"]
    for reference in (hidden.reference, "A-2020-00001"):
        with pytest.raises(NotAllowed, match=f"Not shared with your unit: {reference}"):
            assign({**seen(case), reference: None}, by=cast.panel, unit=panel, to=cast.panel)
    assert carrier(case, panel, by=cast.panel) is None


def test_what_is_so_already_is_not_written_again(cast: Cast, case: Case) -> None:
    other, panel = files.received(cast), cast.units["panel"]
    give(case, cast.panel, by=cast.panel, unit=panel)
    with acting_as(cast.panel):
        mixed = {**seen(other), case.reference: Desk(cast.panel, panel).seen(case)}
    assert assign(mixed, by=cast.panel, unit=panel, to=cast.panel) == 1
    with pytest.raises(Refused, match="stand like this already"):
        give(case, cast.panel, by=cast.panel, unit=panel)


def test_each_unit_names_its_own_and_the_timeline_says_so(cast: Cast, case: Case) -> None:
    give(case, cast.panel, by=cast.panel, unit=cast.units["panel"])
    give(case, cast.manager_a, by=cast.manager_a, unit=cast.units["centre_a"])
    with acting_as(cast.first_responder):
        said = [str(entry.title) for entry in timeline(case, "Assignment")]
    assert said == [
        "Assigned to Manager_A Test, centre_a unit",
        "Assigned to Panel Test, panel unit",
    ]


def test_undoing_puts_each_file_back_to_whoever_carried_it(cast: Cast) -> None:
    first, second = files.received(cast), files.received(cast)
    bureau, by = cast.units["bureau"], cast.coordinator
    one, two, batch = colleague(cast, "bureau", "one"), colleague(cast, "bureau", "two"), uuid4()
    give(first, one, by=by, unit=bureau)
    with acting_as(by):
        stood = {case.reference: Desk(by, bureau).seen(case) for case in (first, second)}
    assign(stood, by=by, unit=bureau, to=two, batch=batch)
    assert undo(batch, by=by) == 2
    assert carrier(first, bureau, by=by) == one
    assert carrier(second, bureau, by=by) is None
    with acting_as(by):
        assert Assignment.objects.count() == 5  # nothing was removed


def test_undoing_is_refused_as_a_whole_once_one_file_has_changed(cast: Cast) -> None:
    first, second = files.received(cast), files.received(cast)
    bureau, by, batch = cast.units["bureau"], cast.coordinator, uuid4()
    other = colleague(cast, "bureau")
    assign(seen(first, second), by=by, unit=bureau, to=by, batch=batch)
    give(second, other, by=other, unit=bureau)
    with pytest.raises(Refused, match=f"^{second.reference} was assigned to Colleague Test"):
        undo(batch, by=by)
    assert carrier(first, bureau, by=by) == by


def test_nobody_undoes_what_another_did(cast: Cast, case: Case) -> None:
    batch, other = uuid4(), colleague(cast, "bureau")
    by = cast.coordinator
    assign(seen(case), by=by, unit=cast.units["bureau"], to=by, batch=batch)
    with pytest.raises(Refused, match="nothing to undo"):
        undo(batch, by=other)


def test_a_file_is_without_anybody_again_when_its_carrier_leaves(cast: Cast, case: Case) -> None:
    unit, other = cast.units["bureau"], colleague(cast, "bureau")
    give(case, other, by=cast.coordinator, unit=unit)
    desk = Desk(cast.coordinator, unit)
    with acting_as(cast.coordinator):
        assert not desk.without_anybody().exists()
    left(cast, other)
    with acting_as(cast.coordinator):
        assert Desk(cast.coordinator, unit).without_anybody().get() == case


def test_an_erased_file_waits_for_nobody_and_is_given_to_nobody(cast: Cast, case: Case) -> None:
    by, bureau = cast.coordinator, cast.units["bureau"]
    with acting_as(by):
        erase(case.pk, by=by, reason="retention_over")
        assert not Desk(by, bureau).files.exists()
    with pytest.raises(Refused, match=f"{case.reference} was erased. Nothing was changed."):
        assign(seen(case), by=by, unit=bureau, to=by)
