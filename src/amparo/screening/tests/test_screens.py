import re
from pathlib import Path
from uuid import uuid4

import brotli
import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client

from amparo.people.country import country
from amparo.screening import next_steps
from amparo.screening.next_steps import NextStep
from amparo.screening.tests.phone import (
    LABOUR,
    SignIn,
    begin,
    finish,
    sent,
    text,
    walk,
)
from support.cast import Cast


@pytest.fixture
def officer(cast: Cast, client_of: SignIn) -> Client:
    return client_of(cast.first_responder)


def test_another_unit_finds_nothing_and_a_stranger_is_refused(
    cast: Cast, client_of: SignIn
) -> None:
    pk = begin(client_of(cast.manager_a))
    paths = ["", "q/danger/", "check/", "result/", "discard/", "danger/"]
    other, stranger = client_of(cast.manager_b), client_of(cast.stranger)
    for path in paths:
        assert other.get(f"/screenings/{pk}/{path}").status_code == 404
        assert stranger.get(f"/screenings/{pk}/{path}").status_code == 403
    assert other.post(f"/screenings/{pk}/q/danger/", {"danger": "no"}).status_code == 404
    assert stranger.get("/screenings/start/").status_code == 403


def test_a_colleague_reads_the_result_and_answers_nothing(cast: Cast, client_of: SignIn) -> None:
    officer, bureau = client_of(cast.first_responder), client_of(cast.coordinator)
    pk = begin(officer)
    assert bureau.get(f"/screenings/{pk}/q/danger/").status_code == 404
    walk(officer, pk, LABOUR)
    finish(officer, pk)
    assert "Whom to call" in text(bureau.get(f"/screenings/{pk}/result/"))


def test_danger_is_one_touch_away_from_every_page(officer: Client) -> None:
    pk = begin(officer)
    href = f'href="/screenings/{pk}/danger/"'
    assert href in officer.get(f"/screenings/{pk}/q/danger/").content.decode()
    response = officer.get(f"/screenings/{pk}/danger/")
    emergency = country().numbers["emergency"].phone.replace(" ", "")
    assert f'href="tel:{emergency}"' in response.content.decode()
    assert f'href="/screenings/{pk}/"' in response.content.decode()
    assert 'href="/screenings/danger/"' in officer.get("/screenings/start/").content.decode()
    assert "Somebody is in danger now" in text(officer.get("/screenings/danger/"))


def test_danger_that_was_said_keeps_the_number_to_call_on_every_question(officer: Client) -> None:
    pk = begin(officer)
    officer.post(f"/screenings/{pk}/q/danger/", sent("danger", {"danger": "yes"}))
    page = text(officer.get(f"/screenings/{pk}/q/place/"))
    assert "Someone is in danger: call first" in page
    assert country().numbers["emergency"].phone in page


def test_a_draft_is_deleted_after_a_question_and_twice_does_no_harm(officer: Client) -> None:
    pk = begin(officer)
    assert "Delete this draft and all its answers?" in text(
        officer.get(f"/screenings/{pk}/discard/")
    )
    for _ in range(2):
        response = officer.post(f"/screenings/{pk}/discard/", {"key": str(uuid4())})
        assert response.headers["Location"] == "/screenings/start/"
    assert officer.get(f"/screenings/{pk}/").status_code == 404


def test_drafts_and_finished_screenings_stand_in_the_list_and_at_home(
    cast: Cast, officer: Client
) -> None:
    assert "No draft waits" in text(officer.get("/screenings/"))
    pk = begin(officer)
    listed = text(officer.get("/screenings/"))
    assert re.search(r"Begun on \d+ \w+ \d{4}, \d\d:\d\d You are in part 1 of 4\. draft", listed)
    assert f'href="/screenings/{pk}/"' in officer.get("/screenings/start/").content.decode()
    assert f'href="/screenings/{pk}/"' in officer.get("/").content.decode()
    walk(officer, pk, LABOUR)
    finish(officer, pk)
    assert "Strong signs of trafficking for forced labour finished" in text(
        officer.get("/screenings/")
    )
    assert f'href="/screenings/{pk}/"' not in officer.get("/").content.decode()


def test_the_result_offers_the_steps_that_other_rooms_registered(
    cast: Cast, officer: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(next_steps, "_steps", [])
    next_steps.register(NextStep("Open a file", "screening:danger", lambda s: s.by_id is not None))
    next_steps.register(NextStep("Never", "screening:danger", lambda s: s.finished_at is None))
    pk = begin(officer)
    walk(officer, pk, LABOUR)
    page = finish(officer, pk)
    assert "Open a file" in page
    assert "Never" not in page


def test_a_page_that_does_not_exist_or_does_not_stand_is_not_asked(officer: Client) -> None:
    pk = begin(officer)
    assert officer.get(f"/screenings/{pk}/q/nowhere/").status_code == 404
    assert officer.get(f"/screenings/{pk}/q/evidence-work/").status_code == 302


def test_the_questions_are_asked_in_french(officer: Client) -> None:
    pk = begin(officer)
    officer.cookies[settings.LANGUAGE_COOKIE_NAME] = "fr"
    response = officer.get(f"/screenings/{pk}/q/danger/")
    assert "Quelqu’un est-il en danger en ce moment ?" in text(response)
    refused = officer.post(f"/screenings/{pk}/q/danger/", {"key": str(uuid4())})
    assert "Choisissez une réponse à" in text(refused)


def test_a_first_question_weighs_less_than_sixty_kilobytes(officer: Client) -> None:
    pk = begin(officer)
    heaviest = max(
        weight(officer, f"/screenings/{pk}/q/{slug}/") for slug in ("danger", "languages")
    )
    assert heaviest < 60_000


def weight(client: Client, address: str) -> int:
    """Bytes of the page and of all that it links to, as a browser fetches them: compressed."""
    source = client.get(address).content.decode()
    linked = re.findall(r'(?:href|src)="/static/([^"]+)"', source)
    assert any(name.endswith(".css") for name in linked)
    files = [finders.find(re.sub(r"\.[0-9a-f]{12}\.", ".", name)) for name in linked]
    contents = [source.encode(), *(Path(str(file)).read_bytes() for file in files)]
    return sum(len(brotli.compress(content, quality=5)) for content in contents)
