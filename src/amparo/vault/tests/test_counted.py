"""Whatever keeper of keys is configured, each key that it gave back is counted."""

from datetime import UTC, datetime

import pytest

from amparo.vault.provider import Counted, Unwrap, month, unwraps

SECRET = b"a data key of thirty-two bytes.."


class Plain:
    """A keeper with the four verbs, that says what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []

    def epoch(self) -> str:
        return "2026-11"

    def epochs(self) -> list[str]:
        return ["2026-10", "2026-11"]

    def new_epoch(self, name: str) -> None:
        self.asked.append(("new_epoch", name))

    def wrap(self, epoch: str, secret: bytes, context: bytes) -> bytes:
        return epoch.encode() + secret + context

    def unwrap(self, epoch: str, wrapped: bytes, context: bytes) -> bytes:
        self.asked.append((epoch, wrapped, context))
        return SECRET

    def destroy(self, epoch: str) -> None:
        self.asked.append(("destroy", epoch))


class Quick(Plain):
    """One that can look at an epoch once for many keys."""

    def opener(self, epoch: str) -> Unwrap:
        self.asked.append(("opener", epoch))
        return lambda wrapped, context: wrapped + context


def test_every_verb_reaches_the_keeper() -> None:
    keeper = Plain()
    counted = Counted(keeper)
    assert (counted.epoch(), counted.epochs()) == ("2026-11", ["2026-10", "2026-11"])
    assert counted.wrap("2026-11", b"key", b"case") == b"2026-11keycase"
    counted.new_epoch("2026-12")
    counted.destroy("2026-10")
    assert keeper.asked == [("new_epoch", "2026-12"), ("destroy", "2026-10")]


def test_a_key_is_counted_once_it_was_given_back() -> None:
    keeper = Plain()
    before = unwraps()
    assert Counted(keeper).unwrap("2026-11", b"wrapped", b"case") == SECRET
    opener = Counted(keeper).opener("2026-10")
    assert unwraps() == before + 1
    assert opener(b"other", b"thing") == SECRET
    assert unwraps() == before + 2
    assert keeper.asked == [("2026-11", b"wrapped", b"case"), ("2026-10", b"other", b"thing")]


def test_a_keeper_with_a_quicker_way_is_asked_by_it_and_counted_the_same() -> None:
    keeper = Quick()
    before = unwraps()
    opener = Counted(keeper).opener("2026-11")
    assert (opener(b"a", b"b"), opener(b"c", b"d")) == (b"ab", b"cd")
    assert unwraps() == before + 2
    assert keeper.asked == [("opener", "2026-11")]


@pytest.mark.parametrize(
    ("moment", "name"),
    [(datetime(2026, 11, 25, 23, 59, tzinfo=UTC), "2026-11"),
     (datetime(2027, 1, 2, 3, 4, tzinfo=UTC), "2027-01")],
)  # fmt: skip
def test_an_epoch_is_named_by_its_month(moment: datetime, name: str) -> None:
    assert month(moment) == name
