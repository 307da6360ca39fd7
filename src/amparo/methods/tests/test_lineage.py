import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from amparo.methods.lineage import (
    Change,
    Pair,
    State,
    Way,
    align,
    chain,
    changes,
    difference,
    similar,
)
from amparo.methods.resolutions import Paragraph
from amparo.methods.resolutions.asks import asks_of

WORDS = [
    "états",
    "office",
    "traite",
    "protéger",
    "Urges",
    "report",
    "l’homme",
    "victims",
    "Été",
    "d'un",
    "2008",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
DOCUMENTS = st.lists(TEXTS, max_size=7)
DIFFERENT = st.lists(TEXTS, max_size=7, unique_by=lambda text: frozenset(text.split()))
FORCES = ("decides", "urges", "requests", "encourages", "affirms", "notes", "")


@dataclass(frozen=True)
class Clause:
    verb: str = "demande"
    words: str = "demande aux États de protéger"
    force: str = "requests"
    addressees: tuple[str, ...] = ("states",)
    escapes: tuple[dict[str, str], ...] = ()
    windows: tuple[str, ...] = ()


def some(codes: Sequence[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(codes), max_size=3, unique=True).map(tuple)


CLAUSES = st.builds(
    Clause,
    verb=st.sampled_from(["demande", "invite", "note"]),
    words=TEXTS,
    force=st.sampled_from(FORCES),
    addressees=some(["states", "unodc"]),
    escapes=some(["resources", "voluntary"]).map(lambda codes: tuple({"code": c} for c in codes)),
    windows=some(["each:year", "by:2010"]),
)
OTHER_WAY: Mapping[Way, Way] = {
    "added": "dropped", "dropped": "added", "hardened": "softened", "softened": "hardened",
}  # fmt: skip


@given(DOCUMENTS)
def test_a_text_set_beside_itself_is_kept_from_end_to_end(text: list[str]) -> None:
    pairs = align(text, text)
    assert [(p.earlier, p.later, p.state) for p in pairs] == [
        (nth, nth, "kept") for nth in range(len(text))
    ]


@given(DIFFERENT.flatmap(lambda text: st.tuples(st.just(text), st.permutations(range(len(text))))))
def test_paragraphs_in_another_order_moved_and_nothing_else(
    shuffled: tuple[list[str], list[int]],
) -> None:
    text, order = shuffled
    pairs = align(text, [text[nth] for nth in order])
    assert [pair.earlier for pair in pairs] == order
    assert all(pair.identical for pair in pairs)
    assert {pair.state for pair in pairs} <= {"kept", "moved"}
    assert any(pair.state == "moved" for pair in pairs) == (order != sorted(order))


@given(DOCUMENTS, DOCUMENTS)
def test_every_paragraph_stands_in_one_pair(earlier: list[str], later: list[str]) -> None:
    pairs = align(earlier, later)
    assert [p.later for p in pairs if p.later is not None] == list(range(len(later)))
    assert sorted(p.earlier for p in pairs if p.earlier is not None) == list(range(len(earlier)))
    assert all(0 <= pair.similarity <= 1 for pair in pairs)


@given(DIFFERENT, DIFFERENT)
def test_seen_from_the_other_side_what_was_added_was_dropped(
    earlier: list[str], later: list[str]
) -> None:
    def count(pairs: list[Pair], state: State) -> int:
        return sum(pair.state == state for pair in pairs)

    there, back = align(earlier, later), align(later, earlier)
    assert count(there, "added") == count(back, "dropped")
    assert count(there, "dropped") == count(back, "added")
    assert count(there, "moved") == count(back, "moved")


def test_what_was_put_in_between_moves_nothing() -> None:
    text = ["Prie l’Office de former des juges", "Invite les États à verser des contributions"]
    pairs = align(text, [text[0], "Note la tenue d’un forum à Vienne", text[1]])
    assert [pair.state for pair in pairs] == ["kept", "added", "kept"]


def test_what_was_dropped_stands_behind_what_it_followed() -> None:
    text = ["Prie l’Office de former des juges", "Note un forum", "Invite à verser des fonds"]
    assert [pair.state for pair in align(text, text[::2])] == ["kept", "dropped", "kept"]


@given(TEXTS, TEXTS)
def test_a_difference_gives_both_texts_again(earlier: str, later: str) -> None:
    found = difference(earlier, later)
    assert "".join(s.text for s in found if s.kind != "added") == earlier
    assert "".join(s.text for s in found if s.kind != "dropped") == later
    assert all(one.kind != other.kind for one, other in itertools.pairwise(found))


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_difference_keeps_every_sign_and_space(earlier: str, later: str) -> None:
    found = difference(earlier, later)
    assert "".join(s.text for s in found if s.kind != "added") == earlier
    assert "".join(s.text for s in found if s.kind != "dropped") == later


@given(TEXTS, TEXTS)
def test_a_difference_from_the_other_side_swaps_added_and_dropped(one: str, other: str) -> None:
    there, back = difference(one, other), difference(other, one)
    for kind, opposite in (("added", "dropped"), ("dropped", "added"), ("same", "same")):
        assert [s.text for s in there if s.kind == kind] == [
            s.text for s in back if s.kind == opposite
        ]


def test_a_word_between_two_changes_goes_with_them() -> None:
    found = difference("Prie l’Office de former des juges", "Prie l’Office de payer des experts")
    assert [(s.kind, s.text) for s in found] == [
        ("same", "Prie l’Office de "),
        ("dropped", "former des juges"),
        ("added", "payer des experts"),
    ]


@given(st.lists(CLAUSES, max_size=3))
def test_clauses_that_are_the_same_show_no_change(clauses: list[Clause]) -> None:
    assert changes(clauses, clauses) == []


@given(CLAUSES, CLAUSES)
def test_seen_from_the_other_side_what_hardened_softened(one: Clause, other: Clause) -> None:
    def turned(change: Change) -> Change:
        return Change(OTHER_WAY[change.way], change.what, change.later, change.earlier)

    assert {turned(change) for change in changes([one], [other])} == set(changes([other], [one]))


def test_a_verb_lower_on_the_ladder_softens_with_both_words_to_show_it() -> None:
    asked, invited = Clause(), Clause(verb="invite", force="encourages")
    assert changes([asked], [invited]) == [Change("softened", "force", "demande", "invite")]


def test_a_condition_that_went_hardens_and_one_that_came_softens() -> None:
    free, bound = Clause(), Clause(escapes=({"code": "resources"},))
    assert changes([free], [bound]) == [Change("softened", "condition", "", "resources")]
    assert changes([bound], [free]) == [Change("hardened", "condition", "resources", "")]


def test_who_is_asked_by_when_comes_and_goes() -> None:
    later = Clause(addressees=("unodc",), windows=("each:year",))
    assert changes([Clause()], [later]) == [
        Change("added", "addressee", "", "unodc"),
        Change("dropped", "addressee", "states", ""),
        Change("added", "window", "", "each:year"),
    ]


def test_a_second_verb_that_comes_to_a_paragraph_is_a_clause_added() -> None:
    second = Clause("invite", "invite les États à verser des contributions", "encourages")
    assert changes([Clause()], [Clause(), second]) == [Change("added", "clause", "", "invite")]


def test_the_ladder_reads_english_as_well() -> None:
    def read(text: str) -> list[Clause]:
        asks = asks_of(Paragraph(1, "", text), "en")
        return [Clause(a.verb, a.text, a.force, a.addressees) for a in asks]

    before = read("Urges Member States to ratify the Convention;")
    after = read("Invites Member States to ratify the Convention;")
    assert changes(before, after) == [Change("softened", "force", "Urges", "Invites")]


def test_what_says_much_the_same_is_proposed_once_and_nothing_for_itself() -> None:
    texts = {
        "S3 14": "Prie le Secrétaire général de soumettre un rapport sur l’application",
        "S2 22": "Prie le Secrétaire général de présenter un rapport sur l’application",
        "S2 20": "Invite les donateurs à verser des contributions au fonds",
    }
    (found,) = similar(texts, texts, at_least=0.5)
    assert {found.one, found.other} == {"S3 14", "S2 22"}
    assert 0.5 <= found.similarity < 1


def test_an_ask_is_as_old_as_the_first_of_all_that_say_it() -> None:
    said_in = {"S3 1": 2008, "S2 1": 2017, "S1 1": 2018, "S0 5": 2018}
    links = [("S3 1", "S2 1"), ("S1 1", "S2 1")]
    found = chain("S2 1", links, said_in)
    assert (found.first_said, found.last_said) == (2008, 2018)
    assert found.links == ("S3 1", "S2 1", "S1 1")
    assert chain("S0 5", links, said_in).links == ("S0 5",)
