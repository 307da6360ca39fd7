"""Every address, by every method, as everybody: what the table says, and nothing that leaks."""

import re
from collections.abc import Callable

import pytest

from access.crawl import Crawler, Visit
from access.leaks import leaks
from access.matrix import FILE, PERSONAS, cells, label, rows
from access.world import World

Record = Callable[[str, object], None]

# Reading is logged: the one row that a GET may add. Its lock and the rest begin with SELECT.
# The session is no case's row: it keeps when somebody was there, and what a page asks to remember.
READS = re.compile(r"\(?SELECT\b|SAVEPOINT|RELEASE SAVEPOINT|ROLLBACK TO SAVEPOINT")
LOGS = re.compile(
    r'\s*INSERT INTO "audit_entry"|(INSERT INTO|UPDATE|DELETE FROM) "accounts_session"'
)
CHANGES = re.compile(r"\b(nextval|setval)\(|\bINTO\b", re.IGNORECASE)


def writes(visit: Visit) -> list[str]:
    if visit.method != "GET":
        return []
    return [
        f"{visit} runs {statement[:90]!r}: GET only reads"
        for statement in visit.statements
        if not LOGS.match(statement) and (not READS.match(statement) or CHANGES.search(statement))
    ]


def deeds(visit: Visit) -> list[str]:
    """A refusal leaves no trace of a deed: what it leaves is one row that says who was refused."""
    if visit.outcome not in ("401", "403", "404", "405", "in"):
        return []
    if visit.written > visit.refused or visit.refused > 1:
        return [f"{visit} wrote {visit.written} audit rows, {visit.refused} of a refusal"]
    named = visit.address.arguments and visit.outcome in ("403", "404")
    if named and visit.address.name.startswith(("cases:", "referrals:")) and not visit.refused:
        return [f"{visit} was refused, and nobody can know"]
    return []


def uncounted(visit: Visit) -> list[str]:
    """No key is unwrapped without a row in the log that counts it: N = N."""
    if visit.unwrapped == visit.logged_keys:
        return []
    return [f"{visit} unwrapped {visit.unwrapped} keys and logged {visit.logged_keys}"]


def surprise(visit: Visit) -> list[str]:
    expected = rows()[label(visit.address), visit.method].outcomes[visit.persona]
    return [f"{visit}, not {expected}"] if visit.outcome != expected else []


def test_every_address_of_the_product_has_its_rows_in_the_table() -> None:
    there = {(label(address), method) for address, method in cells()}
    assert not there - set(rows()), f"{FILE.name} lacks these: say who gets what there."
    assert not set(rows()) - there, f"{FILE.name} names what is no address: delete the rows."


@pytest.mark.parametrize("persona", PERSONAS)
@pytest.mark.asvs("3.5.3", "8.2.1", "8.3.1")
def test_everybody_gets_what_the_table_says(
    persona: str, crawler: Crawler, world: World, record_property: Record
) -> None:
    visits = [crawler.visit(persona, address, method) for address, method in cells()]
    leaked = [leak for visit in visits for leak in leaks(visit, world)]
    record_property("both walls up", (len(visits), len(leaked)))
    record_property("keys", (sum(v.unwrapped for v in visits), sum(v.logged_keys for v in visits)))
    rules = (surprise, writes, deeds, uncounted)
    wrong = [line for visit in visits for rule in rules for line in rule(visit)]
    assert not leaked + wrong, "\n".join(["", *leaked, *wrong])


@pytest.mark.parametrize("persona", ["first_responder", "manager_a", "panel", "coordinator"])
def test_a_reader_does_see_the_file_and_opens_what_is_sealed(
    persona: str, crawler: Crawler, world: World
) -> None:
    pages = {a.name: (a, m) for a, m in cells() if m == "POST" or a.name == "cases:detail"}
    file = world.shared
    assert file.case.reference in crawler.visit(persona, pages["cases:detail"][0], "GET").body
    for name, sealed in (
        ("cases:identity", file.identity), ("cases:accounts", file.facts),
        ("support:support_words", file.support),
    ):  # fmt: skip
        visit = crawler.visit(persona, *pages[name])
        assert all(word in visit.body for word in sealed if "-" not in word)
        assert [case for case, _ in visit.opened] == [file.case.pk]
