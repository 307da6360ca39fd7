"""The suite that a provider must pass: ours do, and each way of being wrong is found by name."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from pytest_django import Settings

from amparo.vault.conformance import PROPERTIES, conformance
from amparo.vault.provider import FileKeys, KeyProvider
from support.kms import Fault, Kms


@pytest.fixture(autouse=True)
def keys_folder(settings: Settings, tmp_path: Path) -> None:
    settings.KEYS = tmp_path / "keys"


def failed(keys: KeyProvider) -> set[str]:
    return {result.name for result in conformance(keys) if not result.passed}


@pytest.mark.parametrize("make", [FileKeys, Kms])
def test_files_and_a_key_service_have_every_property(make: type[KeyProvider]) -> None:
    keys = make()
    assert [result.name for result in conformance(keys) if result.passed] == list(PROPERTIES)
    assert keys.epochs() == [keys.epoch()], "the trial left an epoch behind"


class ShowsTheKey(Kms):
    def wrap(self, epoch: str, secret: bytes, context: bytes) -> bytes:
        return super().wrap(epoch, secret, context) + secret

    def unwrap(self, epoch: str, wrapped: bytes, context: bytes) -> bytes:
        return super().unwrap(epoch, wrapped[:-32], context)


class GivesAnotherKey(Kms):
    def unwrap(self, epoch: str, wrapped: bytes, context: bytes) -> bytes:
        return super().unwrap(epoch, wrapped, context)[::-1]


class AlwaysTheSame(Kms):
    def __init__(self) -> None:
        super().__init__()
        self.made: dict[tuple[bytes, bytes], bytes] = {}

    def wrap(self, epoch: str, secret: bytes, context: bytes) -> bytes:
        fresh = super().wrap(epoch, secret, context)
        return self.made.setdefault((secret, context), fresh)


class ForgetsTheContext(Kms):
    def wrap(self, epoch: str, secret: bytes, context: bytes) -> bytes:
        return super().wrap(epoch, secret, b"")

    def unwrap(self, epoch: str, wrapped: bytes, context: bytes) -> bytes:
        return super().unwrap(epoch, wrapped, b"")


class OneKeyForAll(Kms):
    def new_epoch(self, name: str) -> None:
        super().new_epoch(name)
        self.keys[name] = self.keys[min(self.keys)]


class LooksAtHalf(Kms):
    """Ignores bytes behind the end."""

    def unwrap(self, epoch: str, wrapped: bytes, context: bytes) -> bytes:
        return super().unwrap(epoch, wrapped[:60], context)


class IgnoresTheFirstByte(Kms):
    def wrap(self, epoch: str, secret: bytes, context: bytes) -> bytes:
        return b"v" + super().wrap(epoch, secret, context)

    def unwrap(self, epoch: str, wrapped: bytes, context: bytes) -> bytes:
        return super().unwrap(epoch, wrapped[1:], context)


class NewestFirst(Kms):
    def epochs(self) -> list[str]:
        return super().epochs()[::-1]


class MakesAnew(Kms):
    def new_epoch(self, name: str) -> None:
        self.keys.pop(name, None)
        super().new_epoch(name)


class MakesByUse(Kms):
    def wrap(self, epoch: str, secret: bytes, context: bytes) -> bytes:
        self.new_epoch(epoch)
        return super().wrap(epoch, secret, context)


class MixesUpCallers(Kms):
    """Keeps the context of the last caller, whoever asks next."""

    def __init__(self) -> None:
        super().__init__()
        self.contexts: list[bytes] = []

    def wrap(self, epoch: str, secret: bytes, context: bytes) -> bytes:
        self.contexts = [*self.contexts, context][-60:]
        return super().wrap(epoch, secret, context)

    def unwrap(self, epoch: str, wrapped: bytes, context: bytes) -> bytes:
        full = len(self.contexts) == 60
        return super().unwrap(epoch, wrapped, self.contexts[0] if full else context)


class KeepsWhatWasDestroyed(Kms):
    def destroy(self, epoch: str) -> None:
        return


class AnswersAnything(Kms):
    def unwrap(self, epoch: str, wrapped: bytes, context: bytes) -> bytes:
        return super().unwrap(epoch, wrapped, context) if len(wrapped) == 60 else bytes(32)


BROKEN: dict[type[Kms], str] = {
    GivesAnotherKey: "what was wrapped comes back",
    ShowsTheKey: "a wrapped key does not show the key",
    AlwaysTheSame: "the same key is wrapped differently each time",
    ForgetsTheContext: "a wrapped key opens with its own context only",
    OneKeyForAll: "a wrapped key opens under its own epoch only",
    IgnoresTheFirstByte: "a wrapped key with any byte changed is refused",
    LooksAtHalf: "what was never wrapped is refused",
    AnswersAnything: "what was never wrapped is refused",
    NewestFirst: "epochs are listed, oldest first, and the newest is current",
    MakesAnew: "an epoch made twice keeps its key",
    MakesByUse: "an epoch that was not made is not made by use",
    MixesUpCallers: "many are served at once",
    KeepsWhatWasDestroyed: "what a destroyed epoch wrapped is lost",
}


@pytest.mark.parametrize(("broken", "name"), BROKEN.items(), ids=lambda value: str(value))
def test_each_way_of_being_wrong_is_found_by_its_name(broken: type[Kms], name: str) -> None:
    assert name in failed(broken())


def test_every_property_has_a_provider_that_lacks_it() -> None:
    assert set(BROKEN.values()) == set(PROPERTIES)


@pytest.mark.parametrize("fault", Fault)
def test_a_service_that_fails_meanwhile_is_told_and_never_passed(fault: Fault) -> None:
    keys = Kms()
    with keys.having(fault, after=8):
        results = list(conformance(keys))
    assert not all(result.passed for result in results)
    assert fault in (Fault.WRONG_KEY, Fault.FORGOT) or any(
        "The key service" in result.why for result in results
    )


@pytest.mark.parametrize("fault", [Fault.DOWN, Fault.SLOW, Fault.DENIED])
def test_a_service_that_cannot_be_reached_fails_with_the_reason(fault: Fault) -> None:
    keys = Kms()
    with keys.having(fault):
        (result,) = conformance(keys)
    assert not result.passed
    assert "The key service" in result.why


def test_the_command_names_each_property(settings: Settings) -> None:
    said = StringIO()
    call_command("check_keys", stdout=said)
    assert said.getvalue().count("passed") == len(PROPERTIES)
    assert "Fit to keep keys." in said.getvalue()


def test_the_command_fails_with_a_provider_that_is_not_fit(settings: Settings) -> None:
    settings.KEY_PROVIDER = f"{__name__}.ForgetsTheContext"
    said = StringIO()
    with pytest.raises(SystemExit):
        call_command("check_keys", stdout=said)
    assert "FAILED  a wrapped key opens with its own context only" in said.getvalue()
