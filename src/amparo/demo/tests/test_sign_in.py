"""One-click sign-in is there in the demonstration and on this machine, and nowhere else."""

from collections.abc import Callable
from typing import cast as as_type
from uuid import uuid4

import pytest
from django.conf import settings as product
from django.contrib.auth import SESSION_KEY
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import NoReverseMatch, reverse
from pytest_django import Settings

from amparo.accounts.sessions import SessionStore
from amparo.demo import views
from support.cast import Cast

LOOPBACK = ["127.0.0.1", "127.8.9.10", "::1"]
ELSEWHERE = ["10.0.0.7", "192.168.1.20", "203.0.113.9", "2001:db8::1", "fe80::1"]

Ask = Callable[[HttpRequest], HttpResponse]


def asked(method: str, address: str) -> HttpRequest:
    call = getattr(RequestFactory(), method)
    request = as_type(HttpRequest, call("/demo/", REMOTE_ADDR=address))
    request.session = SessionStore()
    return request


@pytest.mark.parametrize("address", LOOPBACK)
def test_on_this_machine_a_click_signs_in(address: str, cast: Cast, settings: Settings) -> None:
    settings.DEMO = True
    request = asked("post", address)
    response = views.sign_in(request, user=cast.panel.pk)
    assert (response.status_code, response.headers["Location"]) == (302, "/")
    assert request.session[SESSION_KEY] == str(cast.panel.pk)


@pytest.mark.parametrize("address", ELSEWHERE)
def test_from_another_machine_there_is_no_such_page(
    address: str, cast: Cast, settings: Settings
) -> None:
    settings.DEMO = True
    request = asked("post", address)
    with pytest.raises(Http404):
        views.choose(asked("get", address))
    with pytest.raises(Http404):
        views.sign_in(request, user=cast.panel.pk)
    assert SESSION_KEY not in request.session


def test_a_forwarded_address_counts_for_nothing(cast: Cast, settings: Settings) -> None:
    settings.DEMO = True
    request = asked("post", "203.0.113.9")
    request.META["HTTP_X_FORWARDED_FOR"] = request.META["HTTP_X_REAL_IP"] = "127.0.0.1"
    with pytest.raises(Http404):
        views.sign_in(request, user=cast.panel.pk)


def test_outside_the_demonstration_there_is_no_such_page_on_this_machine_either(
    cast: Cast, settings: Settings
) -> None:
    settings.DEMO = False
    request = asked("post", "127.0.0.1")
    with pytest.raises(Http404):
        views.choose(request)
    with pytest.raises(Http404):
        views.sign_in(request, user=cast.panel.pk)


def test_outside_the_demonstration_its_addresses_do_not_exist(db: None) -> None:
    assert not product.DEMO
    with pytest.raises(NoReverseMatch):
        reverse("demo:choose")
    response = Client(headers={"x-forwarded-proto": "https"}).get("/demo/")
    assert response.status_code == 404


def test_a_link_alone_signs_nobody_in(cast: Cast, settings: Settings) -> None:
    settings.DEMO = True
    request = asked("get", "127.0.0.1")
    assert views.sign_in(request, user=cast.panel.pk).status_code == 405
    assert SESSION_KEY not in request.session


def test_nobody_signs_in_as_somebody_who_left_or_never_was(cast: Cast, settings: Settings) -> None:
    settings.DEMO = True
    cast.panel.is_active = False
    cast.panel.save()
    for user in (cast.panel.pk, uuid4()):
        with pytest.raises(Http404):
            views.sign_in(asked("post", "127.0.0.1"), user=user)
