"""Rows of one request share a number; rows of one session share another; neither is an address."""

from uuid import UUID

import pytest

from amparo.audit.actions import record
from amparo.audit.origins import Origin, current, one_request, session_number
from amparo.audit.tests.actors import Somebody

WHO = Somebody()


def test_outside_a_request_a_row_belongs_to_none(db: None) -> None:
    row = record("acted", by=WHO)
    assert (row.session, row.request) == (None, None)
    assert current() == Origin()


def test_rows_of_one_request_share_its_number_and_the_next_has_another(db: None) -> None:
    with one_request("abc"):
        first, second = record("acted", by=WHO), record("acted", by=WHO)
    with one_request("abc"):
        third = record("acted", by=WHO)
    assert first.request == second.request
    assert third.request not in (None, first.request)
    assert {first.session, second.session, third.session} == {session_number("abc")}


def test_an_error_inside_ends_the_request_all_the_same() -> None:
    with pytest.raises(ZeroDivisionError), one_request("abc"):
        raise ZeroDivisionError
    assert current() == Origin()


def test_the_number_of_a_session_does_not_tell_its_key() -> None:
    number = session_number("abc")
    assert number != session_number("abd")
    assert "abc" not in str(number)
    assert isinstance(number, UUID)
