"""Who may do what, against a table written from the default matrix (referral mechanism, B5)."""

from collections.abc import Iterable
from itertools import chain, combinations, product
from uuid import UUID, uuid4

import pytest

from amparo.access.policy import (
    MANDATES,
    ON_A_CASE,
    SEALED,
    THE_FILE,
    Act,
    Purpose,
    Shared,
    Standing,
    may,
    may_on_case,
    may_through_glass,
)
from amparo.people.models import Mandate

COLUMNS = {
    "FR": Mandate.FIRST_RESPONDER,
    "CM": Mandate.CASE_MANAGEMENT,
    "SP": Mandate.SERVICE_PROVIDER,
    "CA": Mandate.COMPETENT_AUTHORITY,
    "NB": Mandate.COORDINATOR,  # the national bureau
    "LE": Mandate.LAW_ENFORCEMENT,
    "PR": Mandate.PROSECUTION,
    "NR": Mandate.RAPPORTEUR,
    "DP": Mandate.DATA_PROTECTION,
    "AD": Mandate.ADMINISTRATION,
}
# c, i, e, k: on a case shared for casework, identity, evidence, care. a: on any case. y: no case is
# asked for. What is sealed opens to the bureau only where a consent to identification counts as
# sharing. Police and prosecution come to a dossier, and to the file only through another mandate of
# their unit; the rapporteur and data protection never (B5: NR "no" in every column but statistics).
TABLE = """
act              FR CM SP CA NB LE PR NR DP AD
see_home         y  y  y  y  y  y  y  y  y  y
see_commitments  y  y  y  y  y  y  y  y  y  y
see_figures      y  y  y  y  y  y  y  y  y  -
see_log          -  -  -  -  -  -  -  -  y  -
approve_export   -  -  -  -  y  -  -  -  y  -
see_proposals    y  y  -  y  y  y  y  -  y  y
keep_accounts    -  -  -  -  -  -  -  -  -  y
decide_accounts  -  -  -  -  y  -  -  -  -  y
break_glass      y  y  -  y  -  -  -  -  -  -
see_glass        -  -  -  -  y  -  -  -  y  -
review_glass     -  -  -  -  -  -  -  -  y  -
change_keys      -  -  -  -  -  -  -  -  y  y
find_person      y  y  -  -  y  -  -  -  -  -
screen           y  y  -  -  y  -  -  -  -  -
see_cases        y  y  y  y  y  -  -  -  -  -
see_services     y  y  y  y  y  -  -  -  -  -
keep_places      -  -  y  -  -  -  -  -  -  -
see_providers    -  -  -  -  y  -  -  -  -  -
keep_directory   -  -  -  -  y  -  -  -  -  -
keep_commitments -  -  -  -  y  -  -  y  -  -
open_file        c  c  -  -  a  -  -  -  -  -
see_case         c  c  c  c  a  -  -  -  -  -
open_account     c  c  -  c  c  -  -  -  -  -
write_case       c  c  -  -  a  -  -  -  -  -
find_place       c  c  -  -  a  -  -  -  -  -
receive          -  -  -  -  a  -  -  -  -  -
decide           -  -  -  c  -  -  -  -  -  -
extend_clock     -  -  -  c  a  -  -  -  -  -
decide_age       -  c  -  c  a  -  -  -  -  -
assign           -  c  -  c  a  -  -  -  -  -
end_share        -  c  -  -  a  -  -  -  -  -
close            -  c  -  -  a  -  -  -  -  -
agree_closing    c  c  -  -  a  -  -  -  -  -
ask_information  -  -  -  c  a  -  -  -  -  -
answer_offer     -  -  c  -  -  -  -  -  -  -
open_identity    i  i  i  i  i  -  -  -  -  -
write_identity   i  i  -  -  i  -  -  -  -  -
ask_erasure      -  y  -  -  y  -  -  -  y  -
see_retention    -  -  -  -  y  -  -  -  y  -
erase            -  -  -  -  y  -  -  -  -  -
restrict         c  c  -  -  a  -  -  -  -  -
give_copy        i  i  -  -  i  -  -  -  -  -
export_copy      -  i  -  -  i  -  -  -  -  -
agree_copy       c  c  -  -  a  -  -  -  -  -
write_health     -  c  c  -  -  -  -  -  -  -
open_health      -  k  k  -  -  -  -  -  -  -
hand_over        c  c  -  -  a  -  -  -  -  -
see_dossiers     -  -  -  -  -  y  y  -  -  -
see_dossier      -  -  -  -  -  e  e  -  -  -
write_dossier    -  -  -  -  -  e  e  -  -  -
open_evidence    -  -  -  -  -  e  e  -  -  -
"""
SHARED = [frozenset(), *({purpose} for purpose in Purpose), set(THE_FILE), set(Purpose)]
LETTERS = dict(zip(Purpose, "ciek", strict=True))


def read() -> dict[tuple[Act, Mandate], str]:
    head, *lines = TABLE.strip().splitlines()
    columns = [COLUMNS[short] for short in head.split()[1:]]
    return {
        (Act(name), mandate): cell
        for name, *cells in map(str.split, lines)
        for mandate, cell in zip(columns, cells, strict=True)
    }


CELLS = read()
EVERY_SET = list(
    chain.from_iterable(combinations(Mandate, size) for size in range(len(Mandate) + 1))
)


UNIT, OTHER = uuid4(), uuid4()


def standing(*mandates: Mandate) -> Standing:
    """In one unit with all of these."""
    return Standing({UNIT: frozenset(mandates)})


def shared_with(unit: UUID, purposes: Iterable[str]) -> Shared:
    return {unit: frozenset(purposes)}


def allowed(cells: set[str], shared: set[str]) -> bool:
    """The reference: any of the unit's mandates that may, on a case shared for this."""
    wanted = {LETTERS[Purpose(purpose)] for purpose in shared}
    return "a" in cells or bool(cells & wanted)


def test_the_table_speaks_of_every_act_and_mandate() -> None:
    assert {act for act, _ in CELLS} == set(Act)
    assert {mandate for _, mandate in CELLS} == set(Mandate)


@pytest.mark.parametrize("act", Act)
def test_a_mandate_allows_what_the_table_says(act: Act) -> None:
    for mandate in Mandate:
        assert may(standing(mandate), act) == (CELLS[act, mandate] != "-"), (act, mandate)


@pytest.mark.parametrize("act", ON_A_CASE)
def test_a_case_opens_as_the_table_says_for_each_mandate_and_sharing(act: Act) -> None:
    for mandate, shared in product(Mandate, SHARED):
        told = may_on_case(standing(mandate), act, shared_with(UNIT, shared))
        assert told == allowed({CELLS[act, mandate]}, set(shared)), (act, mandate, shared)


@pytest.mark.parametrize("act", ON_A_CASE)
def test_several_mandates_allow_what_one_of_them_does(act: Act) -> None:
    """All sets of mandates of one unit, the bureau's among them or not."""
    for mandates, shared in product(EVERY_SET, SHARED):
        cells = {CELLS[act, mandate] for mandate in mandates}
        if Mandate.COORDINATOR in mandates and act not in SEALED and cells != {"-"}:
            cells.add("a")
        expected = bool(cells) and allowed(cells, set(shared))
        told = may_on_case(standing(*mandates), act, shared_with(UNIT, shared))
        assert told == expected, mandates


@pytest.mark.asvs("8.2.1")
@pytest.mark.parametrize("act", ON_A_CASE)
def test_two_units_never_add_up_to_what_neither_may(act: Act) -> None:
    """Every pair of mandates in two units, the case shared with the first: one of them, or no."""
    for one, two, shared in product(Mandate, Mandate, SHARED):
        both = Standing({UNIT: frozenset({one}), OTHER: frozenset({two})})
        first = allowed({CELLS[act, one]}, set(shared))
        told = may_on_case(both, act, shared_with(UNIT, shared))
        assert told == (first or CELLS[act, two] == "a"), (one, two, shared)


@pytest.mark.parametrize("act", Act)
def test_through_the_glass_one_reads_and_finds_a_place_and_no_more(act: Act) -> None:
    case = uuid4()
    for mandate in Mandate:
        open_to = Standing({UNIT: frozenset({mandate})}, uuid4(), frozenset({case}))
        may_break = CELLS[Act.BREAK_GLASS, mandate] == "y"
        wanted = {"see_case", "open_identity", "open_account", "find_place"}
        expected = may_break and act in wanted and CELLS[act, mandate] != "-"
        assert may_through_glass(open_to, act, case) == expected, mandate
        assert not may_through_glass(open_to, act, uuid4())


def test_every_letter_of_a_case_is_in_the_rule_for_cases_and_no_other() -> None:
    of_case = {act for (act, _), cell in CELLS.items() if cell in ("c", "i", "e", "k", "a")}
    assert of_case == set(ON_A_CASE)
    for act, purpose in ON_A_CASE.items():
        letters = {cell for (each, _), cell in CELLS.items() if each == act} - {"-", "a"}
        assert letters <= {LETTERS[purpose]}


def test_without_a_mandate_there_are_the_home_page_and_the_public_texts() -> None:
    nobody = Standing({})
    assert {act for act in Act if may(nobody, act)} == {Act.SEE_HOME, Act.SEE_COMMITMENTS}


def test_a_word_that_is_no_mandate_allows_nothing() -> None:
    odd = Standing({UNIT: frozenset({"administrator", "", "*"})})
    assert {act for act in Act if may(odd, act)} == {Act.SEE_HOME, Act.SEE_COMMITMENTS}


def test_only_the_bureau_oversees() -> None:
    assert [mandate for mandate in Mandate if standing(mandate).oversees] == [Mandate.COORDINATOR]


def test_whoever_reads_the_log_reads_no_case() -> None:
    readers = MANDATES[Act.SEE_LOG]
    assert readers
    assert not any(readers & MANDATES[act] for act in ON_A_CASE)
