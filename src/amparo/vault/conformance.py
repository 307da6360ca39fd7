"""What every key provider must do and refuse, tried on the provider itself.

Whoever writes one for a key-management service runs this against it: `./run check_keys`. It works
in epochs of its own, older than any month of ours and destroyed at the end.
"""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from amparo.vault.cipher import CannotOpen
from amparo.vault.provider import KeyProvider, KeysUnavailable

HERE, ELSEWHERE = b"case and purpose", b"another case"
Trial = Callable[["Bench"], bool]


@dataclass(frozen=True)
class Bench:
    """A provider and two epochs of it that nothing else uses."""

    keys: KeyProvider
    first: str
    second: str

    def wrapped(self) -> tuple[bytes, bytes]:
        secret = os.urandom(32)
        return secret, self.keys.wrap(self.first, secret, HERE)

    def refuses(self, epoch: str, wrapped: bytes, context: bytes) -> bool:
        return refuses(lambda: self.keys.unwrap(epoch, wrapped, context))


@dataclass(frozen=True)
class Result:
    """`why` says what else went wrong than the property itself."""

    name: str
    passed: bool
    why: str = ""


def refuses(deed: Callable[[], object]) -> bool:
    """Whether it raises CannotOpen; that it could not be reached is no refusal."""
    try:
        deed()
    except KeysUnavailable:
        raise
    except CannotOpen:
        return True
    return False


def comes_back(bench: Bench) -> bool:
    secret, wrapped = bench.wrapped()
    return bench.keys.unwrap(bench.first, wrapped, HERE) == secret


def is_hidden(bench: Bench) -> bool:
    secret, wrapped = bench.wrapped()
    return secret not in wrapped


def differs_each_time(bench: Bench) -> bool:
    secret = os.urandom(32)
    return len({bench.keys.wrap(bench.first, secret, HERE) for _ in range(8)}) == 8


def is_bound_to_its_context(bench: Bench) -> bool:
    _, wrapped = bench.wrapped()
    others = (ELSEWHERE, b"", HERE + b"\0", HERE[:-1])
    return all(bench.refuses(bench.first, wrapped, context) for context in others)


def is_bound_to_its_epoch(bench: Bench) -> bool:
    _, wrapped = bench.wrapped()
    return bench.refuses(bench.second, wrapped, HERE)


def refuses_what_was_changed(bench: Bench) -> bool:
    _, wrapped = bench.wrapped()
    flipped = [
        wrapped[:place] + bytes([wrapped[place] ^ 1]) + wrapped[place + 1 :]
        for place in range(len(wrapped))
    ]
    return all(bench.refuses(bench.first, each, HERE) for each in flipped)


def fails_closed(bench: Bench) -> bool:
    _, wrapped = bench.wrapped()
    planted = (b"", b"\0" * 60, os.urandom(60), wrapped[:-1], wrapped + b"\0", HERE)
    return all(bench.refuses(bench.first, each, HERE) for each in planted)


def lists_epochs_oldest_first(bench: Bench) -> bool:
    listed = bench.keys.epochs()
    return (
        listed == sorted(listed)
        and {bench.first, bench.second} <= set(listed)
        and bench.keys.epoch() == listed[-1]
    )


def keeps_an_epoch_made_twice(bench: Bench) -> bool:
    secret, wrapped = bench.wrapped()
    bench.keys.new_epoch(bench.first)
    return bench.keys.unwrap(bench.first, wrapped, HERE) == secret


def makes_no_epoch_by_using_it(bench: Bench) -> bool:
    never = _unused(bench.keys)
    _, wrapped = bench.wrapped()
    return (
        refuses(lambda: bench.keys.wrap(never, os.urandom(32), HERE))
        and bench.refuses(never, wrapped, HERE)
        and never not in bench.keys.epochs()
    )


def serves_many_at_once(bench: Bench) -> bool:
    def works(number: int) -> bool:
        context = HERE + bytes([number])
        secret = os.urandom(32)
        wrapped = bench.keys.wrap(bench.first, secret, context)
        return bench.keys.unwrap(bench.first, wrapped, context) == secret

    with ThreadPoolExecutor(8) as threads:
        return all(threads.map(works, range(64)))


def destroys_for_ever(bench: Bench) -> bool:
    """Last of the trials: it takes the first epoch away."""
    _, wrapped = bench.wrapped()
    bench.keys.destroy(bench.first)
    bench.keys.destroy(bench.first)  # a second time changes nothing
    gone = (
        bench.refuses(bench.first, wrapped, HERE)
        and refuses(lambda: bench.keys.wrap(bench.first, os.urandom(32), HERE))
        and bench.first not in bench.keys.epochs()
    )
    return gone and bench.second in bench.keys.epochs()


PROPERTIES: dict[str, Trial] = {
    "what was wrapped comes back": comes_back,
    "a wrapped key does not show the key": is_hidden,
    "the same key is wrapped differently each time": differs_each_time,
    "a wrapped key opens with its own context only": is_bound_to_its_context,
    "a wrapped key opens under its own epoch only": is_bound_to_its_epoch,
    "a wrapped key with any byte changed is refused": refuses_what_was_changed,
    "what was never wrapped is refused": fails_closed,
    "epochs are listed, oldest first, and the newest is current": lists_epochs_oldest_first,
    "an epoch made twice keeps its key": keeps_an_epoch_made_twice,
    "an epoch that was not made is not made by use": makes_no_epoch_by_using_it,
    "many are served at once": serves_many_at_once,
    "what a destroyed epoch wrapped is lost": destroys_for_ever,
}


def conformance(keys: KeyProvider) -> Iterator[Result]:
    """Try each property; a provider that cannot be reached fails with the reason."""
    try:
        keys.epoch()  # so that there is a newer one than ours
        bench = _bench(keys)
    except Exception as error:  # whatever a provider raises, this reports it
        yield Result("epochs can be made", False, _said(error))
        return
    for name, trial in PROPERTIES.items():
        yield _tried(name, trial, bench)
    cleared = _tried("the epochs of this trial are gone again", _clear, bench)
    if not cleared.passed:
        yield cleared


def _tried(name: str, trial: Trial, bench: Bench) -> Result:
    try:
        return Result(name, trial(bench))
    except Exception as error:  # whatever a provider raises, this reports it
        return Result(name, False, _said(error))


def _bench(keys: KeyProvider) -> Bench:
    names = []
    for _ in range(2):
        names.append(_unused(keys))
        keys.new_epoch(names[-1])
    return Bench(keys, *names)


def _clear(bench: Bench) -> bool:
    for epoch in (bench.first, bench.second):
        bench.keys.destroy(epoch)
    return {bench.first, bench.second}.isdisjoint(bench.keys.epochs())


def _unused(keys: KeyProvider) -> str:
    """A name like a month's, before any month of ours."""
    known = keys.epochs()
    return next(name for year in range(1, 999) if (name := f"{year:04}-01") not in known)


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
