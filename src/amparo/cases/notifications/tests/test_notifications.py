"""An adult who refuses is counted without identity, and nothing leads back to the file."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.forms import model_to_dict
from django.test import Client

from amparo.access.standing import Refused
from amparo.cases.actions.decisions import end_without_referral
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.cases.notifications.models import Notification
from amparo.cases.notifications.queries import notifications
from amparo.methods import clock
from amparo.people.models import User
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]


def refused(cast: Cast, outcome: State = State.NOTIFIED, **answers: Any) -> str:
    case = files.opened(cast, **answers)
    end_without_referral(case, outcome, by=cast.first_responder, reason="adult_declined")
    return case.reference


def test_a_notice_holds_codes_and_a_year_and_nothing_else(cast: Cast) -> None:
    refused(cast, sex="F", forms=["BEGGING", "LABOUR"])
    row = notifications().get()
    assert model_to_dict(row) == {
        "year": clock.now().year, "sex": "F", "age": "adult", "region": "",
        "form": "BEGGING", "reason": "adult_declined",
    }  # fmt: skip
    names = {field.name for field in Notification._meta.fields}
    assert names == {"id", "year", "sex", "age", "region", "form", "reason"}


def test_nothing_is_told_where_nothing_is_to_be_sent_or_the_end_is_refused(cast: Cast) -> None:
    refused(cast, State.NOT_REFERRED)
    case = files.opened(cast, age="not_sure")
    with pytest.raises(Refused, match="always referred"):
        end_without_referral(case, State.NOTIFIED, by=cast.first_responder, reason="adult_declined")
    adult = files.opened(cast)
    with pytest.raises(Case.DoesNotExist):
        end_without_referral(adult, State.NOTIFIED, by=cast.manager_b, reason="adult_declined")
    assert not notifications().exists()


def test_the_same_end_twice_tells_once(cast: Cast) -> None:
    case = files.opened(cast)
    for _again in range(2):
        try:
            end_without_referral(
                case, State.NOTIFIED, by=cast.first_responder, reason="adult_declined"
            )
        except Refused as refusal:
            assert "already" in str(refusal)
    assert notifications().count() == 1


def test_the_database_holds_no_notice_of_a_child(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Notification.objects.create(
            year=2026, sex="F", age="child", form="BEGGING", reason="adult_declined"
        )


def test_the_bureau_reads_how_many_and_nobody_else_the_page(cast: Cast, client_of: Browser) -> None:
    path = "/files/notifications/"
    assert "No notice yet" in client_of(cast.coordinator).get(path).content.decode()
    reference = refused(cast)
    html = client_of(cast.coordinator).get(path).content.decode()
    assert "Forced labour" in html
    assert reference not in html
    for user in (cast.first_responder, cast.panel, cast.statistician):
        assert client_of(user).get(path).status_code == 403
