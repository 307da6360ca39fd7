"""Default deny, and forms that act once."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django import forms
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import get_resolver
from pytest_django import Settings

from amparo.access.policy import Act
from amparo.access.standing import Refused
from amparo.access.views import act_of, perform, requires
from amparo.audit.actions import record
from amparo.audit.queries import entries, is_done
from amparo.people.models import User
from support.cast import Cast

Browser = Callable[[User], Client]


@pytest.fixture
def pages(settings: Settings) -> None:
    settings.ROOT_URLCONF = "amparo.access.tests.pages"


def test_a_view_that_names_no_act_is_refused_to_everybody(
    pages: None, cast: Cast, client_of: Browser
) -> None:
    for user in cast.users.values():
        assert client_of(user).get("/names-no-act/").status_code == 403


def test_a_view_is_reached_by_whose_mandate_allows_its_act_and_by_nobody_else(
    pages: None, cast: Cast, client_of: Browser
) -> None:
    reached = {
        name
        for name, user in cast.users.items()
        if client_of(user).get("/for-the-panel/").status_code == 200
    }
    assert reached == {"panel"}


def test_without_sign_in_every_page_leads_to_it(pages: None, db: None) -> None:
    browser = Client(headers={"x-forwarded-proto": "https"})
    for address in ("/", "/log/", "/names-no-act/", "/for-the-panel/"):
        response = browser.get(address)
        assert response.headers["Location"] == f"/account/login/?next={address}"


def test_an_error_takes_back_what_the_view_did(pages: None, cast: Cast, client_of: Browser) -> None:
    with pytest.raises(ZeroDivisionError):
        client_of(cast.panel).get("/fails/")
    assert not entries().exists()


def test_a_view_knows_its_act_and_a_bare_function_none() -> None:
    def bare(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    assert act_of(bare) is None
    assert act_of(requires(Act.SCREEN)(bare)) == Act.SCREEN
    assert act_of(get_resolver().resolve("/log/").func) == Act.SEE_LOG


class NoteForm(forms.Form):
    key = forms.UUIDField()
    note = forms.CharField(max_length=20)


def note_down(by: User, key: UUID, note: str = "seen") -> tuple[bool, NoteForm]:
    """Send the form; a note "no" is refused by the rules."""

    def act(data: dict[str, str]) -> None:
        assert data == {"note": note}
        record("noted", by=by)
        if note == "no":
            raise Refused("This cannot be noted.")

    form = NoteForm({"key": str(key), "note": note})
    return perform(form, act, by=by), form


def noted() -> int:
    return entries().filter(action="noted").count()


def test_a_form_sent_twice_acts_once_and_is_done_both_times(cast: Cast) -> None:
    key = uuid4()
    answers = [note_down(cast.panel, key)[0] for _ in range(3)]
    assert (answers, noted()) == ([True, True, True], 1)


def test_a_form_done_already_is_done_even_if_it_is_not_valid_any_more(cast: Cast) -> None:
    """What may be chosen often hangs on the state that the first sending changed."""
    key = uuid4()
    assert note_down(cast.panel, key)[0]
    done, form = note_down(cast.panel, key, note="x" * 21)
    assert (done, noted(), form.is_valid()) == (True, 1, False)


@pytest.mark.parametrize("key", ["", "no key", "0"])
def test_a_key_that_is_none_is_no_form_sent_before(key: str, cast: Cast) -> None:
    form = NoteForm({"key": key, "note": "seen"})
    assert not perform(form, lambda data: record("noted", by=cast.panel), by=cast.panel)
    assert (list(form.errors), noted()) == (["key"], 0)


def test_two_forms_act_twice(cast: Cast) -> None:
    assert note_down(cast.panel, uuid4())[0]
    assert note_down(cast.panel, uuid4())[0]
    assert noted() == 2


def test_a_form_that_is_not_valid_does_nothing(cast: Cast) -> None:
    key = uuid4()
    done, form = note_down(cast.panel, key, note="x" * 21)
    assert (done, list(form.errors), noted(), is_done(key)) == (False, ["note"], 0, False)


def test_a_refusal_is_said_on_the_form_and_leaves_no_trace(cast: Cast) -> None:
    key = uuid4()
    done, form = note_down(cast.panel, key, note="no")
    assert not done
    assert list(form.non_field_errors()) == ["This cannot be noted."]
    assert (noted(), is_done(key)) == (0, False)


def test_what_was_refused_may_be_sent_again_with_the_same_key(cast: Cast) -> None:
    key = uuid4()
    assert not note_down(cast.panel, key, note="no")[0]
    assert note_down(cast.panel, key)[0]
    assert noted() == 1
