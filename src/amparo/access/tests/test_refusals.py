"""Who is turned away from a file stands in the log, and learns nothing by it."""

from collections.abc import Callable

import pytest
from django.test import Client

from amparo.access.policy import Act
from amparo.access.standing import NotAllowed, require_on_case
from amparo.access.views import REFUSED
from amparo.audit.models import Decision, Entry
from amparo.audit.names import case_named, name_of
from amparo.audit.queries import entries
from amparo.people.models import User
from support.cast import Cast
from support.sealed import fully_written

Browser = Callable[[User], Client]
pytestmark = pytest.mark.asvs("16.3.2")


def rows() -> list[Entry]:
    return list(entries().filter(decision=Decision.DENY))


def test_a_file_of_others_leaves_who_wanted_what_of_which_file(
    cast: Cast, client_of: Browser
) -> None:
    case = fully_written(cast)
    answer = client_of(cast.manager_b).get(f"/files/{case.reference}/")
    (row,) = rows()
    assert answer.status_code == 404
    assert (row.action, row.actor, row.case_id) == (REFUSED, cast.manager_b.pk, case.pk)
    assert (row.purpose, row.keys) == (Act.SEE_CASE, 0)
    assert row.request


def test_a_file_that_is_not_there_leaves_the_same_row_without_a_file(
    cast: Cast, client_of: Browser
) -> None:
    assert client_of(cast.manager_b).get("/files/A-2020-99999/").status_code == 404
    (row,) = rows()
    assert (row.case_id, row.object_id) == (None, name_of("A-2020-99999").pk)


def test_what_was_typed_into_the_address_is_not_in_the_row(cast: Cast, client_of: Browser) -> None:
    client_of(cast.manager_b).get("/files/Verrantisse/")
    (row,) = rows()
    assert "verrantisse" not in str(vars(row)).lower()


def test_no_mandate_is_a_refusal_too(cast: Cast, client_of: Browser) -> None:
    assert client_of(cast.stranger).get("/log/").status_code == 403
    (row,) = rows()
    assert (row.actor, row.purpose, row.case_id) == (cast.stranger.pk, Act.SEE_LOG, None)


def test_a_public_text_that_is_not_there_refuses_nobody(cast: Cast, client_of: Browser) -> None:
    assert client_of(cast.panel).get("/commitments/nothing-of-the-kind/").status_code == 404
    assert rows() == []


def test_an_action_says_what_was_refused_on_which_file(cast: Cast) -> None:
    case = fully_written(cast)
    with pytest.raises(NotAllowed) as refusal:
        require_on_case(cast.manager_b, Act.WRITE_CASE, case.pk)
    assert (refusal.value.act, refusal.value.case_id) == (Act.WRITE_CASE, case.pk)


def test_the_log_finds_a_file_by_its_reference_however_it_is_typed(cast: Cast) -> None:
    case = fully_written(cast)
    assert case_named(f" {case.reference.lower()} ") == case.pk
    assert case_named("A-2020-99999") is None
