"""S3 (2008) beside S2 (2017), of one title: what a person finds to come again, and what is new."""

from functools import cache

from amparo.methods.lineage import Pair, align, changes, difference
from amparo.methods.resolutions import Paragraph, read
from amparo.methods.resolutions.asks import asks_of

from .table import DATA
from .test_lineage import Clause

# Read by a person, S3 first: ratify the Protocol; make trafficking an offence; the Office, the
# Commission and contributions; the report of the Secretary-General.
COMES_AGAIN = {1: 1, 5: 18, 13: 7, 14: 22}


@cache
def operative(key: str) -> tuple[Paragraph, ...]:
    (file,) = (DATA / "texts").glob(f"{key}-*.txt")
    return read(file.read_text(encoding="utf-8")).parts[0].operative


def pairs() -> list[Pair]:
    return align([p.text for p in operative("s3")], [p.text for p in operative("s2")])


def clauses(key: str, number: int) -> list[Clause]:
    asks = asks_of(operative(key)[number - 1], "fr")
    return [
        Clause(a.verb, a.text, a.force, a.addressees, tuple({"code": e.code} for e in a.escapes))
        for a in asks
    ]


def test_the_paragraphs_that_come_again_are_those_a_person_finds() -> None:
    found = {
        pair.earlier + 1: pair.later + 1
        for pair in pairs()
        if pair.earlier is not None and pair.later is not None
    }
    assert found == COMES_AGAIN


def test_all_others_were_added_or_dropped() -> None:
    states = [pair.state for pair in pairs()]
    assert states.count("dropped") == len(operative("s3")) - len(COMES_AGAIN)
    assert states.count("added") == len(operative("s2")) - len(COMES_AGAIN)


def test_to_ratify_is_urged_again_and_now_of_states_parties_to_apply_it() -> None:
    found = changes(clauses("s3", 1), clauses("s2", 1))
    assert [(change.way, change.what, change.later) for change in found] == [
        ("added", "clause", "prie instamment"),
    ]


def test_of_the_report_it_is_said_what_it_was_about() -> None:
    earlier, later = (operative(key)[nth].text for key, nth in (("s3", 13), ("s2", 21)))
    dropped = [s.text for s in difference(earlier, later) if s.kind == "dropped"]
    assert any("Conférence des Parties" in text for text in dropped)
    assert not any("Secrétaire général" in text for text in dropped)
