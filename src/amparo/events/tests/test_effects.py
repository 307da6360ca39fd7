"""The list that an event shows is the list of what it does: each line is looked for in the rows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest
from django.core import mail
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from amparo.access.acting import acting_as
from amparo.cases import happenings
from amparo.cases.clocks.models import Clock
from amparo.cases.guards import hindrances
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.cases.notices.queries import notices_of
from amparo.cases.queries import case_with
from amparo.events import hindrances as held
from amparo.events.deeds import DEEDS
from amparo.events.models.event import Event
from amparo.events.tests.steps import again, carried, lost, speaks, threatened
from amparo.methods import clock
from amparo.people.models import User
from amparo.stay.models import AssessedAnew
from amparo.stay.tests.steps import both_assessed, wished
from amparo.support.queries import again_clock
from amparo.support.tests.steps import assessed as needs_assessed
from support.cast import Cast

Browser = Callable[[User], Client]
Note = Callable[..., Event]
NOTED: Mapping[str, Note] = {
    "missing": lost, "retrafficked": again, "threat": threatened, "language": speaks,
}  # fmt: skip
each_event = pytest.mark.parametrize("event", NOTED)


@dataclass(frozen=True)
class Seen:
    """What the database says of a file, as far as an event may change it."""

    clock: bool
    travel: bool
    closing: bool
    forms: tuple[str, ...]
    languages: tuple[str, ...]
    carriers: int
    bureau: int
    return_risks: int
    needs: bool


def seen(case: Case, event: str, cast: Cast) -> Seen:
    carriers, bureau = told(cast.panel), told(cast.coordinator)
    with acting_as(cast.manager_a):
        now = case_with(case.pk)
        again = again_clock(now)
        return Seen(
            clock=Clock.objects.running().filter(case=case, rule=event).exists(),
            travel=bool(held.no_journey_of_a_missing_person(now)),
            closing=bool(held.no_file_closed_unanswered(now)),
            forms=tuple(now.forms),
            languages=tuple(now.languages),
            carriers=carriers,
            bureau=bureau,
            return_risks=AssessedAnew.objects.of(case).count(),
            needs=bool(again and again.due_at <= clock.now()),
        )


def told(user: User) -> int:
    with acting_as(user):
        return notices_of(user).of_kind("at_once").count()


def changed(before: Seen, after: Seen) -> set[str]:
    return {name for name, value in vars(after).items() if value != vars(before)[name]}


def on_its_way(case: Case, cast: Cast) -> None:
    """Carried by somebody else than the writer, helped, and preparing a return."""
    carried(case, cast, to=cast.panel)
    needs_assessed(case, by=cast.manager_a)
    wished(case, by=cast.manager_a)
    both_assessed(case, by=cast.manager_a)


@each_event
def test_what_is_shown_before_is_what_is_done(
    event: str, cast: Cast, case: Case, client_of: Browser
) -> None:
    on_its_way(case, cast)
    html = (
        client_of(cast.manager_a).get(f"/files/{case.reference}/events/{event}/").content.decode()
    )
    known = happenings.known(event)
    shown = {code for code, effect in known.items() if str(effect.words) in html}
    before = seen(case, event, cast)
    row = NOTED[event](case, by=cast.manager_a)
    assert changed(before, seen(case, event, cast)) == shown == set(row.effects)


@each_event
def test_what_was_done_is_what_the_page_shows_afterwards(
    event: str, cast: Cast, case: Case, client_of: Browser
) -> None:
    row = NOTED[event](case, by=cast.manager_a)
    html = client_of(cast.manager_a).get(f"/files/{case.reference}/events/").content.decode()
    known = happenings.known(event)
    assert {code for code, effect in known.items() if str(effect.words) in html} == set(row.effects)
    for title in ("What it stops", "What it starts", "Whom it tells"):
        assert title in html


@each_event
def test_nothing_is_shown_that_this_file_has_no_use_for(
    event: str, cast: Cast, case: Case, client_of: Browser
) -> None:
    html = (
        client_of(cast.manager_a).get(f"/files/{case.reference}/events/{event}/").content.decode()
    )
    assert "Whoever carries the file." not in html
    assert "What was assessed for a return counts no more" not in html
    row = NOTED[event](case, by=cast.manager_a)
    assert not {"carriers", "needs", "return_risks", "travel"} & set(row.effects)


def test_every_form_of_an_event_shows_what_it_sets_off() -> None:
    assert {name for name, deed in DEEDS.items() if deed.sets_off} == set(NOTED)


def test_a_missing_person_is_told_of_at_once_and_the_mail_names_nobody(
    cast: Cast,
    case: Case,
    client_of: Browser,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        lost(case, by=cast.manager_a)
    assert cast.coordinator.email in {to for each in mail.outbox for to in each.bcc}
    assert all(case.reference not in each.subject + str(each.body) for each in mail.outbox)
    html = client_of(cast.coordinator).get("/files/notices/").content.decode()
    assert "The person is missing" in html and case.reference in html
    assert "1 new notice" in client_of(cast.coordinator).get("/").content.decode()


def test_whoever_was_told_is_told_again_when_it_happens_again(cast: Cast, case: Case) -> None:
    threatened(case, by=cast.manager_a)
    with acting_as(cast.coordinator):
        notices_of(cast.coordinator).update(seen_at="2026-01-01T00:00Z")
    threatened(case, by=cast.manager_a)
    with acting_as(cast.coordinator):
        assert notices_of(cast.coordinator).unseen().of_kind("at_once").count() == 1


def test_a_guard_names_what_waits(cast: Cast, case: Case) -> None:
    lost(case, by=cast.manager_a)
    with acting_as(cast.manager_a):
        assert any("is missing" in said for said in hindrances(case, State.CLOSED))
        assert any("is missing" in said for said in hindrances(case, State.TRAVELLED))
