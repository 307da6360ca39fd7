"""No unwrap without its row in the log, in the same transaction; no opening without a purpose."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.db import DataError, IntegrityError, transaction

from amparo.audit.queries import entries
from amparo.vault.actions import make_key_for, make_keys, open_sealed
from amparo.vault.cipher import CannotOpen
from amparo.vault.models import OF_EVERY_CASE, Compartment, DataKey
from amparo.vault.provider import FileKeys, Unwrap
from support.cast import Cast
from support.screenings import finished_screening
from support.sealed import fully_written, seeing

if TYPE_CHECKING:
    from amparo.cases.models import Case


class Unwraps:
    """Counts what the real provider is asked to unwrap."""

    count = 0


@pytest.fixture
def unwraps(monkeypatch: pytest.MonkeyPatch) -> Iterator[Unwraps]:
    counted, real = Unwraps(), FileKeys.opener

    def opener(keys: FileKeys, epoch: str) -> Unwrap:
        unwrap = real(keys, epoch)

        def counting(wrapped: bytes, context: bytes) -> bytes:
            counted.count += 1
            return unwrap(wrapped, context)

        return counting

    monkeypatch.setattr(FileKeys, "opener", opener)
    yield counted


@pytest.fixture
def case(cast: Cast) -> "Case":
    return fully_written(cast)


def openings() -> int:
    return entries().openings().count()


def test_every_unwrap_of_a_whole_journey_has_its_row(unwraps: Unwraps, cast: Cast) -> None:
    case = fully_written(cast)
    readers = (cast.first_responder, cast.manager_a, cast.panel, cast.coordinator)
    for reader in readers:
        for compartment in OF_EVERY_CASE:
            with seeing(reader):
                open_sealed(case.pk, compartment, by=reader, purpose="safety")
    assert unwraps.count >= len(readers) * len(OF_EVERY_CASE)
    assert unwraps.count == openings() == entries().keys_unwrapped()


def test_the_row_says_who_opened_what_of_which_case_and_why(cast: Cast, case: "Case") -> None:
    with seeing(cast.panel):
        open_sealed(case.pk, Compartment.IDENTITY, by=cast.panel, purpose="decision")
    row = entries().openings().newest_first()[0]
    assert (row.actor, row.case_id, row.purpose, row.decision) == (
        cast.panel.pk, case.pk, "identity: decision", "allow",
    )  # fmt: skip


def test_making_keys_unwraps_nothing_and_is_logged(unwraps: Unwraps, cast: Cast) -> None:
    new = finished_screening(cast.first_responder).case_id
    with seeing(cast.first_responder):
        make_keys(new, by=cast.first_responder)
    assert [row.action for row in entries().of_case(new).exclude(action="shared")] == ["made keys"]
    assert (unwraps.count, openings()) == (0, 0)


def test_without_a_purpose_nothing_is_opened(unwraps: Unwraps, cast: Cast, case: "Case") -> None:
    before = (unwraps.count, openings())
    with seeing(cast.coordinator), pytest.raises(CannotOpen, match="purpose"):
        open_sealed(case.pk, Compartment.IDENTITY, by=cast.coordinator, purpose="")
    assert (unwraps.count, openings()) == before


def test_who_may_not_see_the_file_has_no_key_to_unwrap(
    unwraps: Unwraps, cast: Cast, case: "Case"
) -> None:
    before = (unwraps.count, openings())
    for outsider in (cast.stranger, cast.manager_b, cast.auditor, cast.statistician):
        for compartment in OF_EVERY_CASE:
            with seeing(outsider), pytest.raises(CannotOpen, match="not for you"):
                open_sealed(case.pk, compartment, by=outsider, purpose="safety")
    assert (unwraps.count, openings()) == before


def test_where_the_row_cannot_be_written_no_key_is_unwrapped(
    unwraps: Unwraps, cast: Cast, case: "Case"
) -> None:
    before = (unwraps.count, openings())
    longer_than_the_log_takes = "x" * 61
    with pytest.raises(DataError), seeing(cast.coordinator):
        open_sealed(
            case.pk, Compartment.FACTS, by=cast.coordinator, purpose=longer_than_the_log_takes
        )
    assert (unwraps.count, openings()) == before


def test_an_opening_rolled_back_leaves_neither_row_nor_key(cast: Cast) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        case = fully_written(cast)
        with seeing(cast.coordinator):
            open_sealed(case.pk, Compartment.IDENTITY, by=cast.coordinator, purpose="safety")
        assert openings()
        raise ZeroDivisionError
    with seeing(cast.coordinator):
        assert (openings(), DataKey.objects.count()) == (0, 0)


def test_a_data_key_moved_to_another_case_does_not_open_and_logs_no_opening(
    cast: Cast, case: "Case"
) -> None:
    other = fully_written(cast)
    before = openings()
    with seeing(cast.coordinator):
        taken = DataKey.objects.get(case_id=other.pk, compartment=Compartment.IDENTITY)
        DataKey.objects.filter(case_id=case.pk).update(wrapped=taken.wrapped, epoch=taken.epoch)
        for compartment in OF_EVERY_CASE:
            with pytest.raises(CannotOpen, match="another case"):
                open_sealed(case.pk, compartment, by=cast.coordinator, purpose="safety")
    assert openings() == before


def test_the_two_keys_of_a_case_do_not_open_for_each_other(cast: Cast, case: "Case") -> None:
    with seeing(cast.coordinator):
        facts = DataKey.objects.get(case_id=case.pk, compartment=Compartment.FACTS)
        names = DataKey.objects.get(case_id=case.pk, compartment=Compartment.IDENTITY)
        assert bytes(facts.wrapped) != bytes(names.wrapped)
        facts.delete()
        DataKey.objects.filter(pk=names.pk).update(compartment=Compartment.FACTS)
        with pytest.raises(CannotOpen):
            open_sealed(case.pk, Compartment.FACTS, by=cast.coordinator, purpose="safety")


def test_a_case_has_its_keys_once(cast: Cast, case: "Case") -> None:
    with pytest.raises(IntegrityError, match="one_key_each"), seeing(cast.coordinator):
        make_keys(case.pk, by=cast.coordinator)


def test_what_is_opened_reads_sealed_columns_only(cast: Cast, case: "Case") -> None:
    with seeing(cast.coordinator):
        opened = open_sealed(case.pk, Compartment.FACTS, by=cast.coordinator, purpose="safety")
    with pytest.raises(TypeError, match="not a sealed column"):
        opened.read(case, "reference")


def test_nothing_written_is_read_as_nothing(cast: Cast, case: "Case") -> None:
    with seeing(cast.coordinator):
        opened = open_sealed(case.pk, Compartment.FACTS, by=cast.coordinator, purpose="safety")
        received = type(case).objects.get(pk=case.pk).status_set.get(state="received")
        assert (received.note, opened.read(received, "note")) == (None, "")


class Thing:
    """What a key is made for: something with an id."""

    def __init__(self) -> None:
        self.pk = uuid4()


def test_each_thing_has_a_key_of_its_own_that_opens_nothing_else(cast: Cast, case: "Case") -> None:
    one, two, label = Thing(), Thing(), "table.column"
    by, kind = cast.coordinator, Compartment.ATTACHMENT
    with seeing(by):
        chunks = list(make_key_for(case.pk, kind, one, by=by).seal_file(label, one.pk, [b"Ilvan"]))
        make_key_for(case.pk, kind, two, by=by)
        own, other = (
            open_sealed(case.pk, kind, by=by, purpose="safety", thing=each) for each in (one, two)
        )
    assert b"".join(own.open_file(label, one.pk, chunks)) == b"Ilvan"
    with pytest.raises(CannotOpen):
        list(other.open_file(label, one.pk, chunks))


def test_a_thing_has_its_key_once_and_none_opens_without_naming_it(
    cast: Cast, case: "Case"
) -> None:
    one, by, kind = Thing(), cast.coordinator, Compartment.ATTACHMENT
    with seeing(by):
        make_key_for(case.pk, kind, one, by=by)
        with pytest.raises(CannotOpen, match="no such key"):
            open_sealed(case.pk, kind, by=by, purpose="safety")
    with pytest.raises(IntegrityError, match="one_key_a_thing"), seeing(by):
        make_key_for(case.pk, kind, one, by=by)


def test_the_database_holds_no_key_of_a_thing_without_the_thing(cast: Cast, case: "Case") -> None:
    with pytest.raises(IntegrityError, match="a_thing_where"), seeing(cast.coordinator):
        DataKey.objects.filter(compartment=Compartment.FACTS).update(thing_id=uuid4())
