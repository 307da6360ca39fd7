"""The database is told who acts, for one transaction, and forgets it (security design, 3.3)."""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from amparo.access.acting import acting_as, action
from amparo.config import embedded
from amparo.people.models import User
from support.cast import Cast, make_cast
from support.committed import committed_database


def told() -> str:
    """Whom the database believes to be acting."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting('amparo.user_id', true), '')")
        return str(cursor.fetchone()[0])


@action
def who_acts(*, by: User) -> str:
    return told()


@action
def who_acts_after_another(*, by: User, other: User) -> tuple[str, str, str]:
    return told(), who_acts(by=other), told()


def test_nobody_acts_before_and_after(cast: Cast) -> None:
    assert told() == ""
    with acting_as(cast.panel):
        assert told() == str(cast.panel.pk)
    assert told() == ""


def test_inside_another_the_first_is_restored(cast: Cast) -> None:
    with acting_as(cast.panel):
        with acting_as(cast.provider):
            assert told() == str(cast.provider.pk)
            with acting_as(cast.panel):
                assert told() == str(cast.panel.pk)
            assert told() == str(cast.provider.pk)
        assert told() == str(cast.panel.pk)


def test_an_error_inside_restores_the_first_too(cast: Cast) -> None:
    with acting_as(cast.panel):
        with pytest.raises(ZeroDivisionError), acting_as(cast.provider):
            raise ZeroDivisionError
        assert told() == str(cast.panel.pk)
    with pytest.raises(ZeroDivisionError), acting_as(cast.panel):
        raise ZeroDivisionError
    assert told() == ""


def test_an_action_runs_as_its_by(cast: Cast) -> None:
    assert who_acts(by=cast.panel) == str(cast.panel.pk)
    one, other = str(cast.panel.pk), str(cast.provider.pk)
    assert who_acts_after_another(by=cast.panel, other=cast.provider) == (one, other, one)
    assert told() == ""


def test_what_is_done_inside_is_one_transaction(cast: Cast) -> None:
    before = cast.panel.given_name
    with pytest.raises(ZeroDivisionError), acting_as(cast.panel):
        User.objects.filter(pk=cast.panel.pk).update(given_name="Changed")
        with acting_as(cast.panel):
            raise ZeroDivisionError
    cast.panel.refresh_from_db()
    assert cast.panel.given_name == before


@pytest.fixture
def committed(
    cluster: embedded.Cluster,
    migrated: str,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    with django_db_blocker.unblock(), committed_database(cluster, migrated, "acting"):
        yield


def test_a_connection_carries_nobody_into_the_next_transaction(committed: None) -> None:
    cast = make_cast()
    with acting_as(cast.panel):
        first = connection.connection
        assert told() == str(cast.panel.pk)
    assert told() == ""
    with transaction.atomic():
        assert told() == ""
    assert connection.connection is first


def test_nobody_is_left_behind_by_a_transaction_that_failed(committed: None) -> None:
    cast = make_cast()
    with pytest.raises(ZeroDivisionError), acting_as(cast.panel):
        raise ZeroDivisionError
    assert told() == ""
