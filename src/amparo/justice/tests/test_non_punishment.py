"""Acts held against the person, the letter, the answers, how it ended: each kept (33/1 ¶6)."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.cases.actions.measures import take_measure
from amparo.cases.clocks.queries import running_clocks
from amparo.cases.models import Case, Measure
from amparo.cases.timeline import timeline
from amparo.justice.actions.non_punishment import note_outcome, note_reply
from amparo.justice.models import Dossier
from amparo.justice.queries.non_punishment import allegations_of, allegations_seen_by
from amparo.justice.tests.story import asked, before, held
from amparo.people.country import country, today
from amparo.people.models import User
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]


def page(client: Client, case: Case, path: str = "non-punishment/") -> str:
    answer = client.get(f"/files/{case.reference}/{path}")
    assert answer.status_code == 200
    return answer.content.decode()


def waits(case: Case, by: User) -> bool:
    with acting_as(by):
        return "non_punishment_reply" in {row.rule for row in running_clocks(case)}


def test_a_flag_leads_to_what_is_held_against_the_person_and_that_to_the_letter(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    client, by = client_of(cast.manager_a), cast.manager_a
    take_measure(case, Measure.Kind.COERCION_FLAGGED, by=by)
    assert "Record what is held against the person" in page(client, case, "")
    row = held(case, by)
    assert f"/non-punishment/letter/{row.pk}/" in page(client, case, "")
    asked(case, row, by)
    html = page(client, case, "")
    assert f"/non-punishment/letter/{row.pk}/" not in html
    assert "Record the answer: Prosecutor" in html


def test_the_letter_says_the_acts_and_names_nobody(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    row = held(case, cast.manager_a, "I carried it for Quendralope.")
    path = f"/files/{case.reference}/non-punishment/letter/{row.pk}/"
    html = client_of(cast.manager_a).get(path).content.decode()
    assert "The acts are: Begging; False documents, or none." in html
    assert country().numbers["bureau"].phone in html
    secrets = (*files.IDENTITY.values(), "Quibrandel", "Quendralope", case.pseudonym)
    assert [word for word in secrets if word in html] == []
    assert client_of(cast.manager_b).get(path).status_code == 404
    nothing = path.replace(str(row.pk), str(uuid4()))
    assert client_of(cast.manager_a).get(nothing).status_code == 404


def test_the_time_to_answer_ends_with_the_last_request_that_waits(cast: Cast, case: Case) -> None:
    by = cast.manager_a
    row = held(case, by)
    assert not waits(case, by)
    first, second = asked(case, row, by), asked(case, row, by)
    assert waits(case, by)
    note_reply(case, first.pk, by=by, answer="refused", day=before(1))
    note_reply(case, second.pk, by=by, answer="waits", day=before(1))
    assert waits(case, by)
    note_reply(case, second.pk, by=by, answer="agreed", day=today())
    assert not waits(case, by)
    with pytest.raises(Refused, match="agreed already"):
        note_reply(case, second.pk, by=by, answer="refused", day=today())


def test_an_outcome_ends_what_waits_and_an_appeal_may_change_it(cast: Cast, case: Case) -> None:
    by = cast.manager_a
    row = held(case, by)
    asked(case, row, by)
    note_outcome(case, row.pk, by=by, outcome="punished", day=before(1))
    assert not waits(case, by)
    note_outcome(case, row.pk, by=by, outcome="expunged", day=today())
    with pytest.raises(Refused, match="already"):
        note_outcome(case, row.pk, by=by, outcome="expunged", day=today())
    with acting_as(by):
        told = [str(entry.text) for entry in timeline(case, "Non-punishment")]
    assert told[:2] == ["Conviction or record expunged", "Punished"]


def test_the_list_shows_what_is_open_in_the_files_that_one_sees(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    by = cast.manager_a
    row = held(case, by)
    other = files.received(cast)
    ended = held(other, by)
    note_outcome(other, ended.pk, by=by, outcome="acquitted", day=today())
    html = client_of(by).get("/justice/non-punishment/").content.decode()
    assert case.reference in html
    assert "Ask not to punish" in html
    assert other.reference not in html
    asked(case, row, by)
    assert "An answer is due" in client_of(by).get("/justice/non-punishment/").content.decode()
    assert case.reference not in client_of(cast.manager_b).get(
        "/justice/non-punishment/"
    ).content.decode()  # fmt: skip
    assert "1 matter held against a person" in client_of(by).get("/").content.decode()


def test_whoever_investigates_reads_nothing_of_it(cast: Cast, case: Case, dossier: Dossier) -> None:
    held(case, cast.manager_a)
    with acting_as(cast.investigator):
        assert allegations_of(case) == []
        assert not allegations_seen_by(cast.investigator).exists()
