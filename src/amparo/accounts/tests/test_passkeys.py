"""Passkeys: made and shown as a browser passes them on, and every way of cheating refused."""

from dataclasses import replace

import pytest
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.test import Client

from amparo.audit.queries import entries
from amparo.people.models import User
from support.cast import Cast
from support.factors import HAS_KEY, PRESENT, Device, text

ADD, KEYS = "/account/second-factor/keys/add/", "/account/second-factor/keys/"
LOGIN = "/account/second-factor/keys/login/"
CONFIRM = "/account/second-factor/keys/reauthenticate/"
JSON = {"accept": "application/json"}


def added(browser: Client, device: Device, name: str = "Blue key") -> int:
    """How many keys there are after the device made one for whoever is signed in."""
    options = browser.get(ADD).context["js_data"]
    browser.post(ADD, {"name": name, "credential": device.makes(options)})
    return len(Authenticator.objects.filter(type=Authenticator.Type.WEBAUTHN))


def signs_in(browser: Client, device: Device) -> bool:
    options = browser.get(LOGIN, headers=JSON).json()
    browser.post(LOGIN, {"credential": device.shows(options)})
    return browser.get("/").status_code == 200


@pytest.fixture
def device(signed_in: Client, cast: Cast) -> Device:
    """With a passkey of the coordinator, who has left her desk."""
    made = Device()
    assert added(signed_in, made) == 1
    signed_in.post("/account/logout/")
    return made


@pytest.mark.asvs("6.3.3")
def test_a_passkey_alone_signs_in_and_is_both_factors(browser: Client, device: Device) -> None:
    assert signs_in(browser, device)
    row = entries().filter(action="signed in").newest_first()[0]
    assert row.purpose == "webauthn"


def confirms(browser: Client, device: Device) -> None:
    options = browser.get(CONFIRM).context["js_data"]
    assert browser.post(CONFIRM, {"credential": device.shows(options)}).status_code == 302


@pytest.mark.asvs("7.5.1")
def test_a_passkey_is_renamed_and_removed_by_whoever_shows_a_factor_again(
    signed_in: Client, cast: Cast
) -> None:
    device = Device()
    assert added(signed_in, device) == 1
    key = Authenticator.objects.get(type="webauthn")
    assert "Blue key" in signed_in.get("/account/").content.decode()
    edit, new = f"{KEYS}{key.pk}/edit/", {"name": "Key on the ring"}
    assert signed_in.post(edit, new).headers["Location"].startswith(CONFIRM)
    confirms(signed_in, device)
    signed_in.post(edit, new)
    assert "Key on the ring" in signed_in.get("/account/").content.decode()
    signed_in.post(f"{KEYS}{key.pk}/remove/")
    assert not Authenticator.objects.filter(type="webauthn").exists()


@pytest.mark.asvs("6.5.6")
def test_a_passkey_that_was_removed_signs_nobody_in(browser: Client, device: Device) -> None:
    Authenticator.objects.filter(type="webauthn").delete()
    assert not signs_in(browser, device)


def test_a_device_that_did_not_ask_its_user_is_refused(signed_in: Client, device: Device) -> None:
    careless = replace(device, flags=PRESENT)
    assert not signs_in(signed_in, careless)


def test_a_passkey_made_without_asking_its_user_is_not_kept(signed_in: Client) -> None:
    assert added(signed_in, Device(flags=PRESENT)) == 0


def test_a_false_page_can_use_no_passkey(browser: Client, device: Device) -> None:
    assert not signs_in(browser, replace(device, origin="https://testserver.example"))
    assert not signs_in(browser, replace(device, host="testserver.example"))


@pytest.mark.asvs("6.7.2")
def test_a_question_is_long_and_asked_once(browser: Client, db: None) -> None:
    asked = {
        browser.get(LOGIN, headers=JSON).json()["request_options"]["publicKey"]["challenge"]
        for _ in range(50)
    }
    assert len(asked) == 50
    assert min(len(each) for each in asked) >= 43  # 256 bits


@pytest.mark.asvs("6.7.2")
def test_an_answer_is_good_for_one_question(browser: Client, device: Device) -> None:
    shown = device.shows(browser.get(LOGIN, headers=JSON).json())
    browser.post(LOGIN, {"credential": shown})
    browser.post("/account/logout/")
    browser.get(LOGIN, headers=JSON)
    browser.post(LOGIN, {"credential": shown})
    assert browser.get("/").status_code == 302


def test_another_device_does_not_sign(browser: Client, device: Device) -> None:
    assert not signs_in(browser, replace(Device(), id=device.id, owner=device.owner))


@pytest.mark.parametrize("sent", ["", "{}", "[]", '"x"', '{"response": {}}', "no json"])
def test_what_is_no_answer_signs_nobody_in(sent: str, browser: Client, device: Device) -> None:
    browser.get(LOGIN, headers=JSON)
    assert browser.post(LOGIN, {"credential": sent}).status_code == 302
    assert browser.get("/").status_code == 302


@pytest.mark.asvs("11.3.3")
def test_a_passkey_moved_to_another_person_opens_no_door(
    browser: Client, device: Device, cast: Cast
) -> None:
    """Whoever writes to the database gives their own passkey to a colleague."""
    Authenticator.objects.filter(type="webauthn").update(user=cast.panel)
    owner = text(user_pk_to_url_str(cast.panel).encode())
    assert not signs_in(browser, replace(device, owner=owner))
    row = entries().newest_first()[0]
    assert (row.purpose, row.object_id) == ("factor of another", cast.panel.pk)


def test_whoever_left_has_a_passkey_that_opens_nothing(
    browser: Client, device: Device, cast: Cast
) -> None:
    User.objects.filter(pk=cast.coordinator.pk).update(is_active=False)
    assert not signs_in(browser, device)


def test_the_flag_of_a_new_key_is_no_sign_of_its_user() -> None:
    assert HAS_KEY & Device().flags == 0
