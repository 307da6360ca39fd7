"""What the vault costs, as ratios on one machine. Each section prints its rows; name some to run.

page: a case page with the wall against the same page without it (bench/case_page.py).
audit: appending to the log against a plain insert (bench/audit_append.py).
fuzzy: looking for a name among the files in one's scope, against the bare loop over the same bytes
(unwrap and decrypt alone, already fetched), with its growth.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from support import scratch
from support.bench_names import add_names, reader

SIZES = (10_000, 30_000, 100_000)
ROUNDS = 5
GIVEN = ("Amira", "Bruna", "Celestin", "Dorota", "Emeka", "Fatou", "Goran", "Halima", "Ivo", "Jana")
SYLLABLES = ("mar", "tel", "vo", "ri", "kan", "dre", "su", "lim", "bor", "ja", "ne", "qua", "zi")


def best(action: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The shortest of some rounds, in seconds: what else ran on the machine only adds."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        action()
        taken.append(time.perf_counter() - start)
    return min(taken)


def fuzzy() -> None:
    print("fuzzy: a name looked for among the names in scope; seconds, best of", ROUNDS)
    print(f"{'names':>8} {'search':>8} {'bare':>8} {'ratio':>6} {'microseconds a name':>20}")
    with scratch.database("bench_fuzzy") as cluster:
        coordinator, made = reader(), 0
        for size in SIZES:
            names = [f"{_name(n)}|{1960 + n % 50}" for n in range(made, size)]
            add_names(cluster.url("postgres", "bench_fuzzy"), names)
            made = size
            search, bare = _search(coordinator, size), _bare(coordinator)
            print(
                f"{size:8} {search:8.3f} {bare:8.3f} {search / bare:6.2f}"
                f" {search / size * 1e6:20.2f}"
            )


def _name(number: int) -> str:
    """A given name and one of some thousands of surnames, as often each."""
    count, digits = len(SYLLABLES), []
    rest = number % 8_000
    for _ in range(4):
        rest, digit = divmod(rest, count)
        digits.append(SYLLABLES[digit])
    return f"{GIVEN[number % len(GIVEN)].lower()} {''.join(digits)}"


def _search(coordinator: Any, size: int) -> float:
    from amparo.cases.finding.actions.finding import find

    def look() -> None:
        found = find({"name": "Xiphoquelle Wryntz"}, by=coordinator, purpose="duplicate")
        assert (found.hits, found.unread) == ([], 0)

    look()
    return best(look)


def _bare(coordinator: Any) -> float:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from django.db import connection

    from amparo.access.acting import acting_as
    from amparo.audit.keyfile import key

    with acting_as(coordinator), connection.cursor() as cursor:
        cursor.execute(
            "SELECT k.id, k.case_id, k.epoch, k.wrapped, p.id, p.sought FROM cases_person p"
            " JOIN vault_datakey k ON k.case_id = p.case_id AND k.compartment = 'identity'"
        )
        rows = [tuple(map(_bytes, row)) for row in cursor.fetchall()]
    epoch = AESGCM(key(f"epochs/{rows[0][2].decode()}"))

    def loop() -> None:
        for own, case, _, wrapped, person, sealed in rows:
            secret = epoch.decrypt(wrapped[:12], wrapped[12:], own + case + b"identity")
            bound = sealed[:21] + person + case + b"case_person.sought"
            AESGCM(secret).decrypt(sealed[21:33], sealed[33:], bound)

    return best(loop)


def _bytes(value: Any) -> bytes:
    if isinstance(value, UUID):
        return value.bytes
    return value.encode() if isinstance(value, str) else bytes(value)


def _beside(name: str) -> Callable[[], None]:
    """A measurement in a file of its own, which sets up a database and Django for itself."""

    def run() -> None:
        file = Path(__file__).with_name(f"{name}.py")
        subprocess.run([sys.executable, str(file)], check=True)

    return run


SECTIONS: dict[str, Callable[[], None]] = {
    "page": _beside("case_page"),
    "audit": _beside("audit_append"),
    "fuzzy": fuzzy,
}


def main() -> None:
    for name in sys.argv[1:] or SECTIONS:
        SECTIONS[name]()


if __name__ == "__main__":
    main()
