"""Looked at first; then all of it or nothing, each once, each a signal of this unit alone."""

from collections.abc import Callable, Sequence
from uuid import UUID, uuid4

import pytest
from django.test import Client

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.cases.actions.opening import open_accounts, open_identity
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.cases.queries import cases_for
from amparo.exchange.arriving import bringing
from amparo.exchange.arriving.bringing import bring_in
from amparo.exchange.arriving.looking import look_at
from amparo.exchange.formats import NotRead
from amparo.exchange.queries import files_of, origin_of
from amparo.exchange.records import Package, Record
from amparo.exchange.tests import steps
from amparo.links.actions import looking
from amparo.links.queries import last_look
from amparo.people.models import User
from amparo.vault.erasure import erase
from support import files
from support.cast import Cast

ONE = Record(
    "X-1",
    {
        "prs_FirstName": "Vexilquor", "prs_SecondName": "Ostrandel", "prs_Birthdate": "2004-02-29",
        "prs_Gender": "TransgenderFeminine", "prs_PrimaryLanguage": "tlh",
        "prs_MailingStreet": "7 Quellway", "vic_TypeOfExploitation": "ForcedBegging;Mining",
        "vic_TraffickingStatus": "ActualVictimOfTrafficking", "their_Colour": "blue",
    },
    {"comments": [{"cco_CaseComment": "Seen at the gate."}, {"cco_CaseComment": "And again."}]},
)  # fmt: skip
# The person of tests/support/files.py.
TIKOMARESH = Record(
    "X-9",
    {"prs_FirstName": "Zorvanela", "prs_SecondName": "Tikomaresh", "prs_Birthdate": "2004-02-29"},
)
TWO = Record("X-2", {"prs_FirstName": "Dorvane"})


def package(*records: Record) -> Package:
    return Package("", list(records))


def of(user: User) -> list[Case]:
    with acting_as(user):
        return list(cases_for(user).order_by("reference"))


def test_a_record_becomes_a_signal_of_the_unit_that_took_it_in(cast: Cast) -> None:
    by = cast.manager_b
    (case,) = steps.brought(steps.looked(package(ONE), by), by)
    assert (case.identification, case.unit_id) == (State.SIGNAL, cast.units["centre_b"].pk)
    assert (case.sex, case.languages, case.forms) == ("U", [], ["BEGGING", "OTHER"])
    assert case.age_status == "not_sure"
    names = open_identity(case, by=by, purpose="safety")
    assert (names["given_name"], names["birth_date"]) == ("Vexilquor", "2004-02-29")
    assert "prs_MailingStreet: 7 Quellway" in names["elsewhere"]
    assert "their_Colour: blue" in names["elsewhere"]
    said = [text.text for text in open_accounts(case, by=by, purpose="safety")]
    assert said == ["Seen at the gate.", "And again."]
    assert of(cast.manager_a) == []


def test_a_decision_of_another_authority_is_kept_and_is_none_of_ours(cast: Cast) -> None:
    by = cast.manager_b
    (case,) = steps.brought(steps.looked(package(ONE), by), by)
    (record,) = steps.sent(case, cast, by=by).records
    assert record.fields["vic_TraffickingStatus"] == "ActualVictimOfTrafficking"
    assert case.identification == State.SIGNAL


def test_looking_keeps_nothing_and_says_what_is_taken_as_what(cast: Cast) -> None:
    look = steps.looked(package(ONE), cast.manager_b)
    assert of(cast.manager_b) == []
    assert [(note.field, note.cell) for note in look.drafts[0].notes] == [
        ("prs_PrimaryLanguage", "tlh"), ("vic_TypeOfExploitation", "Mining"),
    ]  # fmt: skip
    assert [field.code for field in look.without_a_field] == ["prs_MailingStreet"]
    assert look.unknown == ["their_Colour"]


@pytest.mark.parametrize(
    ("field", "cell", "said"),
    [
        ("prs_Birthdate", "29.2.2004", "2004-02-29"),
        ("prs_Birthdate", "2104-02-28", "Nobody is born after today"),
        ("prs_FirstName", "x" * 201, "Shorten"),
        ("amp_Dependants", "many", "from 0 to 20"),
    ],
)
def test_one_row_that_is_wrong_keeps_all_out(field: str, cell: str, said: str, cast: Cast) -> None:
    by = cast.manager_b
    look = steps.looked(package(TWO, Record("X-3", {field: cell})), by)
    assert [(fault.case, said in fault.text) for fault in look.faults] == [("X-3", True)]
    with pytest.raises(Refused, match="Mend"):
        bring_in(look, by=by, key=uuid4())
    assert of(by) == []


def test_a_file_that_stands_twice_in_it_is_named(cast: Cast) -> None:
    look = steps.looked(package(TWO, TWO), cast.manager_b)
    assert [fault.field for fault in look.faults] == ["case", "case"]


def test_what_came_before_is_left_as_it_is(cast: Cast) -> None:
    by = cast.manager_b
    (first,) = steps.brought(steps.looked(package(TWO), by), by)
    look = steps.looked(package(ONE, TWO), by)
    assert look.here == {"X-2": first.reference}
    (second,) = steps.brought(look, by)
    assert [case.pk for case in of(by)] == [first.pk, second.pk]
    with pytest.raises(Refused, match="brought in before"):
        bring_in(steps.looked(package(ONE, TWO), by), by=by, key=uuid4())


def test_another_system_may_use_the_same_number_and_another_unit_learns_nothing(
    cast: Cast,
) -> None:
    steps.brought(steps.looked(package(TWO), cast.manager_b), cast.manager_b)
    assert steps.looked(package(TWO), cast.manager_b, source="Elsewhere").here == {}
    assert steps.looked(package(TWO), cast.manager_a).here == {}


def test_two_who_bring_the_same_at_once_bring_it_once(cast: Cast) -> None:
    by = cast.manager_b
    looks = [steps.looked(package(TWO), by) for _ in range(2)]
    steps.brought(looks[0], by)
    with pytest.raises(Refused, match="already"):
        bring_in(looks[1], by=by, key=uuid4())
    assert len(of(by)) == 1


def test_a_person_who_may_have_a_file_is_shown_within_ones_rights(cast: Cast) -> None:
    case = files.received(cast)
    look = steps.looked(package(TIKOMARESH), cast.manager_a)
    assert look.alike == {"X-9": [case.reference]}
    assert steps.looked(package(TIKOMARESH), cast.manager_b).alike == {}


def test_whoever_looks_for_duplicates_is_told_of_the_new_files(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[Sequence[Case], User]] = []
    monkeypatch.setattr(bringing, "_told", [])
    bringing.subscribe(lambda cases, *, by: told.append((cases, by)))
    cases = steps.brought(steps.looked(package(ONE, TWO), cast.manager_b), cast.manager_b)
    assert [(len(new), by) for new, by in told] == [(len(cases), cast.manager_b)]


def test_a_file_of_somebody_who_has_one_is_proposed_as_a_possible_duplicate(
    cast: Cast, client_of: Callable[[User], Client]
) -> None:
    """By other spelling and order of the names, which no blind index finds."""
    by, known = cast.manager_a, files.received(cast)
    same = Record(
        "X-8",
        {"prs_FirstName": "Tikomarech", "prs_SecondName": "Zorvanella",
         "prs_Birthdate": "2004-02-29"},
    )  # fmt: skip
    look = steps.looked(package(same, TWO), by)
    assert look.alike == {}
    brought = steps.brought(look, by)
    there, other = sorted(brought, key=lambda case: "Dorvane" in named(case, by))
    client, batch = client_of(by), batch_of(there, by)
    html = client.get(f"/exchange/{batch}/").content.decode()
    assert f"/files/{there.reference}/duplicates/" in html
    assert f"/files/{other.reference}/duplicates/" not in html, "it is like no other"
    shown = client.post(f"/files/{there.reference}/duplicates/", {"purpose": "duplicate"})
    assert known.reference in shown.content.decode()
    assert "/duplicates/" not in client.get(f"/exchange/{batch}/").content.decode()


def test_of_files_that_one_may_not_open_nothing_is_told(cast: Cast) -> None:
    """Whoever brings this one does not learn that another centre knows the person."""
    files.received(cast)
    (there,) = steps.brought(steps.looked(package(TIKOMARESH), cast.manager_b), cast.manager_b)
    with acting_as(cast.manager_b):
        assert last_look(there) is not None


def test_those_beyond_what_somebody_can_wait_for_are_still_to_be_compared(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "AT_ONCE", 1)
    by = cast.manager_b
    cases = steps.brought(steps.looked(package(TWO, TIKOMARESH), by), by)
    with acting_as(by):
        looked = [last_look(case) is not None for case in cases]
    assert sorted(looked) == [False, True]


def test_one_without_a_name_is_still_to_be_compared(cast: Cast) -> None:
    by = cast.manager_b
    (there,) = steps.brought(steps.looked(package(Record("X-7", {})), by), by)
    with acting_as(by):
        assert last_look(there) is None


def named(case: Case, by: User) -> str:
    return " ".join(open_identity(case, by=by, purpose="safety").values())


def batch_of(case: Case, by: User) -> UUID:
    with acting_as(by):
        origin = origin_of(case)
        assert origin
        return origin.batch_id


def test_who_opens_no_files_brings_none_in(cast: Cast) -> None:
    for persona in ("provider", "panel", "auditor", "stranger"):
        with pytest.raises(Refused, match="no mandate"):
            steps.looked(package(TWO), getattr(cast, persona))


def test_an_erased_file_may_come_again(cast: Cast) -> None:
    by = cast.manager_b
    (case,) = steps.brought(steps.looked(package(TWO), by), by)
    with acting_as(by):
        assert origin_of(case)
    with acting_as(cast.coordinator):
        erase(case.pk, by=cast.coordinator, reason="retention_over")
    assert steps.looked(package(TWO), by).here == {}


def test_the_same_form_brings_in_once(cast: Cast) -> None:
    by, key = cast.manager_b, uuid4()
    batch = bring_in(steps.looked(package(ONE, TWO), by), by=by, key=key)
    assert (batch.pk, batch.files, len(of(by))) == (key, 2, 2)
    with acting_as(by):
        assert len(files_of(batch, by)) == 2


def test_a_file_of_another_kind_is_not_looked_at(cast: Cast) -> None:
    with pytest.raises(NotRead):
        look_at("a.pdf", b"%PDF-", by=cast.manager_b, source="Centre", encoding="")
