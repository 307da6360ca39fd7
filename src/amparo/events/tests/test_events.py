"""Each event is written down, answered once, and holds up what it says meanwhile."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.db.utils import IntegrityError

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.cases.actions.closings import propose_closing
from amparo.cases.clocks.models import Clock
from amparo.cases.clocks.queries import running_clocks
from amparo.cases.models import Case
from amparo.cases.pages.opening import open_words
from amparo.cases.queries import case_with
from amparo.events.actions.missing import note_found
from amparo.events.actions.retrafficked import answer_episode
from amparo.events.actions.speaking import tell_anew
from amparo.events.actions.threat import answer_threat
from amparo.events.deeds import PAGE
from amparo.events.effects import CLOCKS
from amparo.events.models import Episode
from amparo.events.tests.steps import again, lost, speaks, threatened
from amparo.events.tests.story import play_events
from amparo.methods import clock
from amparo.people.country import today
from support import files
from support.cast import Cast

DONE = ("plan",)


def alarms(case: Case, cast: Cast) -> list[Clock]:
    with acting_as(cast.manager_a):
        return [row for row in running_clocks(case) if row.rule in CLOCKS]


def stored(case: Case, cast: Cast) -> Case:
    with acting_as(cast.manager_a):
        return case_with(case.pk)


def test_a_person_is_missing_once_and_found_once(cast: Cast, case: Case) -> None:
    by = cast.manager_a
    row = lost(case, by=by)
    with pytest.raises(Refused, match="says already"):
        lost(case, by=by)
    (alarm,) = alarms(case, cast)
    assert alarm.rule == "missing"
    note_found(case, row.pk, by=by, how="called")
    assert alarms(case, cast) == []
    with pytest.raises(Refused, match="does not say"):
        note_found(case, row.pk, by=by, how="called")


def test_the_same_person_has_another_episode_and_the_file_its_forms(cast: Cast, case: Case) -> None:
    before = case.forms
    again(case, by=cast.manager_a)
    assert stored(case, cast).forms == [*before, "BEGGING"]
    again(case, by=cast.manager_a)
    assert stored(case, cast).forms == [*before, "BEGGING"]


def test_the_time_ends_with_the_last_that_waited(cast: Cast, case: Case) -> None:
    by = cast.manager_a
    first, second = threatened(case, by=by), threatened(case, by=by)
    answer_threat(case, first.pk, by=by, measures=DONE)
    assert len(alarms(case, cast)) == 1
    answer_threat(case, second.pk, by=by, measures=DONE)
    assert alarms(case, cast) == []
    with pytest.raises(Refused, match="no such threat"):
        answer_threat(case, second.pk, by=by, measures=DONE)


def test_an_episode_is_answered_once(cast: Cast, case: Case) -> None:
    by = cast.manager_a
    row = again(case, by=by)
    answer_episode(case, row.pk, by=by, measures=("identification",))
    assert alarms(case, cast) == []
    with pytest.raises(Refused, match="no such episode"):
        answer_episode(case, row.pk, by=by, measures=DONE)


def test_a_language_changes_and_what_was_said_is_told_anew(cast: Cast, case: Case) -> None:
    by = cast.manager_a
    row = speaks(case, by=by, languages=("fr", "ar"))
    assert (row.before, stored(case, cast).languages) == (case.languages, ["fr", "ar"])
    with pytest.raises(Refused, match="are the languages of the file already"):
        speaks(case, by=by, languages=("fr", "ar"))
    tell_anew(case, row.pk, by=by, language="fr", understood=True)
    assert alarms(case, cast) == []
    with pytest.raises(Refused, match="Nothing is left"):
        tell_anew(case, row.pk, by=by, language="fr", understood=True)


@pytest.mark.parametrize("note", [lost, again, threatened, speaks])
def test_a_file_with_an_event_that_waits_does_not_close(note: object, cast: Cast) -> None:
    assert callable(note)
    case = files.confirmed(cast)
    note(case, by=cast.manager_a)
    with pytest.raises(Refused, match=r"missing|threat|trafficked again|told anew"):
        propose_closing(case, by=cast.manager_a, reason="support_completed")


def test_nothing_is_written_of_another_centres_file(cast: Cast, case: Case) -> None:
    for note in (lost, again, threatened, speaks):
        with pytest.raises(Refused):
            note(case, by=cast.manager_b)


def test_what_was_said_opens_with_a_purpose(cast: Cast, case: Case) -> None:
    play_events(case, cast, "Velcandre")
    told = open_words(case, PAGE, by=cast.manager_a, purpose="safety")
    assert len(told) == 6 and all("Velcandre" in each.written.text for each in told)
    with pytest.raises(Refused):
        open_words(case, PAGE, by=cast.manager_b, purpose="safety")


def test_the_database_holds_an_episodes_days_too(cast: Cast, case: Case) -> None:
    with acting_as(cast.manager_a):
        row = Episode(
            case=case, at=clock.now(), by=cast.manager_a, forms=["BEGGING"], place="street",
            since=today(), since_precision="day", until=today() - timedelta(days=1),
            until_precision="day",
        )  # fmt: skip
        with pytest.raises(IntegrityError, match="ends_after_it_began"), transaction.atomic():
            row.save(force_insert=True)
