"""Two files of one person: one goes on, by two persons, and undone every row is as it was."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.access.two_persons import approve
from amparo.cases.actions.files import add_account
from amparo.cases.actions.measures import take_measure
from amparo.cases.models import Case, Measure
from amparo.links.actions.linking import link, tell_apart
from amparo.links.actions.merging import THE_OTHER, THIS, propose_merge, propose_undoing
from amparo.links.queries import merging_of
from amparo.links.tests.pairs import merged, opened, unmerged
from amparo.people.models import User
from support.cast import Cast

Browser = Callable[[User], Client]
# The log, what was proposed, the merge itself, and what a form or a session leaves.
OF_THE_MERGE = ("audit_", "access_proposal", "links_merging", "django_", "accounts_session")


@pytest.fixture
def two(cast: Cast) -> tuple[Case, Case]:
    return opened(cast.manager_a), opened(cast.manager_a)


def dump() -> dict[str, list[Any]]:
    """Every row of every table that a merge has no business in, as the owner sees them."""
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute(
            "SELECT table_name FROM information_schema.tables"
            " WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1"
        )
        tables = [name for (name,) in cursor.fetchall() if not name.startswith(OF_THE_MERGE)]
        rows = {}
        for table in tables:
            cursor.execute(f'SELECT t::text FROM "{table}" t ORDER BY 1')  # noqa: S608  our own
            rows[table] = cursor.fetchall()
    return rows


def test_one_file_is_continued_in_the_other(two: tuple[Case, Case], cast: Cast) -> None:
    case, other = two
    by = cast.manager_a
    merged(case, other, by=by, second=cast.coordinator)
    with acting_as(by):
        merging = merging_of(case)
    assert merging and merging.other_id == other.pk
    unmerged(case, by=by, second=cast.coordinator)
    with acting_as(by):
        assert merging_of(case) is None


def test_this_file_may_be_the_one_that_goes_on(two: tuple[Case, Case], cast: Cast) -> None:
    case, other = two
    asked = propose_merge(case, other.pk, by=cast.manager_a, goes_on=THIS, ground="person")
    approve(asked, by=cast.coordinator)
    with acting_as(cast.manager_a):
        assert merging_of(other) and not merging_of(case)


def test_nobody_merges_alone_and_nothing_happens_before(two: tuple[Case, Case], cast: Cast) -> None:
    case, other = two
    asked = propose_merge(case, other.pk, by=cast.manager_a, goes_on=THE_OTHER, ground="paper")
    with acting_as(cast.manager_a):
        assert merging_of(case) is None
    with pytest.raises(Refused, match="Somebody else"):
        approve(asked, by=cast.manager_a)
    with pytest.raises(Refused, match="waits for a second"):
        propose_merge(case, other.pk, by=cast.manager_a, goes_on=THE_OTHER, ground="paper")


def test_both_files_take_the_same_right(cast: Cast) -> None:
    case, foreign = opened(cast.manager_a), opened(cast.manager_b)
    with pytest.raises(Refused, match="no such file"):
        propose_merge(case, foreign.pk, by=cast.manager_a, goes_on=THE_OTHER, ground="paper")
    asked = propose_merge(case, foreign.pk, by=cast.coordinator, goes_on=THE_OTHER, ground="paper")
    with pytest.raises(Refused, match="not shared"):
        approve(asked, by=cast.manager_a)


def test_a_merged_file_is_closed_to_writing_until_it_is_undone(
    two: tuple[Case, Case], cast: Cast
) -> None:
    case, other = two
    by = cast.manager_a
    merged(case, other, by=by, second=cast.coordinator)
    for write in (
        lambda: add_account(case, "More.", by=by),
        lambda: take_measure(case, Measure.Kind.COERCION_FLAGGED, by=by, note=""),
        lambda: link(other, by=by, reference=case.reference, kind="offender"),
        lambda: tell_apart(other, case.pk, by=by),
    ):
        with pytest.raises(Refused, match="continued in another"):
            write()
    add_account(other, "More.", by=by)
    unmerged(case, by=by, second=cast.coordinator)
    add_account(case, "More.", by=by)


def test_no_chain_of_files_arises(two: tuple[Case, Case], cast: Cast) -> None:
    case, other = two
    by, third = cast.manager_a, opened(cast.manager_a)
    merged(case, other, by=by, second=cast.coordinator)
    with pytest.raises(Refused, match="undo that first"):
        propose_merge(other, third.pk, by=by, goes_on=THE_OTHER, ground="paper")
    with pytest.raises(Refused, match="continued in another"):
        propose_merge(third, case.pk, by=by, goes_on=THE_OTHER, ground="paper")
    with pytest.raises(Refused):
        propose_undoing(other, by=by, ground="staff")


def test_whoever_comes_to_the_merged_file_is_led_on(
    two: tuple[Case, Case], cast: Cast, client_of: Browser
) -> None:
    case, other = two
    merged(case, other, by=cast.manager_a, second=cast.coordinator)
    client = client_of(cast.manager_a)
    page = client.get(f"/files/{case.reference}/").content.decode()
    assert "This file is continued in another one" in page and other.reference in page
    assert "continued" in client.get(f"/files/{case.reference}/links/").content.decode()
    assert case.reference in client.get(f"/files/{other.reference}/links/").content.decode()


DEEDS: dict[str, Callable[[Case, Case, User], object]] = {
    "account": lambda case, other, by: add_account(case, "Of the first.", by=by),
    "other_account": lambda case, other, by: add_account(other, "Of the second.", by=by),
    "link": lambda case, other, by: link(case, by=by, reference=other.reference, kind="offender"),
    "measure": lambda case, other, by: take_measure(
        case, Measure.Kind.COERCION_FLAGGED, by=by, note=""
    ),
    "apart": lambda case, other, by: tell_apart(case, other.pk, by=by),
}


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(before=st.sets(st.sampled_from(sorted(DEEDS))))
def test_a_merge_undone_leaves_every_row_as_it_was(cast: Cast, before: set[str]) -> None:
    case, other = opened(cast.manager_a), opened(cast.manager_a)
    for deed in sorted(before):
        DEEDS[deed](case, other, cast.manager_a)
    rows = dump()
    merged(case, other, by=cast.manager_a, second=cast.coordinator)
    assert dump() != rows, "its fact is counted no more"
    unmerged(case, by=cast.manager_a, second=cast.coordinator)
    assert dump() == rows
