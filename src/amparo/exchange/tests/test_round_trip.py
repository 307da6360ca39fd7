"""Out, in to another unit, and out again: every mapped field says what it said, and none is lost.

`.venv/bin/pytest -s src/amparo/exchange/tests/test_round_trip.py` prints the figure.
"""

import sys
from collections import Counter
from datetime import date, timedelta
from typing import Any, Protocol, TypeVar
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from amparo.access.acting import acting_as
from amparo.cases.actions.files import add_account, correct_identity
from amparo.cases.decisions.actions import decide
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.exchange.mapping import Field, standard
from amparo.exchange.records import Package, Record, joined
from amparo.exchange.tests import steps
from amparo.people.codes import listed
from amparo.people.country import country, today
from amparo.support.actions.plan import end_goal, set_goal
from support import files
from support.cast import Cast

T = TypeVar("T")
TABLES = [table for table in standard().tables if table]
LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"))
NAMES = st.text(LETTERS, min_size=1, max_size=40).filter(str.strip)
TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Co", "Cn"), exclude_characters="\0"),
    min_size=1, max_size=400,
).filter(str.strip)  # fmt: skip
# Names of columns that look like our own way of keeping rows, or like none at all.
STRANGE = {"their_Colour": "=blue", "x.1.y": "z"}
ODD = ("plate", "their: colour", "events.1.hte_City", ".", "a\\b")
CONTACTS = st.one_of(
    NAMES, st.sampled_from(["+999 555 0161", "nurse@example.org", "+999 555 0161, noon"])
)
ANY = settings(
    max_examples=10,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to shrink a story takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


class Draw(Protocol):
    def __call__(self, strategy: st.SearchStrategy[T]) -> T: ...


def cells(package: Package) -> Counter[tuple[str, str]]:
    """Every cell that leaves, wherever its row stands."""
    return Counter(pair for record in package.records for pair in record.cells())


def codes(name: str) -> list[str]:
    return list(listed(name).codes)


def value(field: Field) -> st.SearchStrategy[str]:
    """Any text that the standard allows in a field."""
    if field.type == "multi" and field.values:
        return st.lists(st.sampled_from(field.values), min_size=1, max_size=3).map(joined)
    if field.values:
        return st.sampled_from(field.values)
    if field.type == "date":
        return st.dates(date(1940, 1, 1), date(2020, 1, 1)).map(str)
    if field.type == "checkbox":
        return st.just("true")
    if field.code.endswith("Language"):
        return st.sampled_from(["eng", "fra", "fre", "zzz", "prs"])
    return NAMES.map(str.strip)


def row(table: str) -> st.SearchStrategy[dict[str, str]]:
    fields = [f for f in standard().of_table(table) if not f.code.startswith("amp_")]
    return st.fixed_dictionaries({}, optional={f.code: value(f) for f in fields})


def foreign() -> st.SearchStrategy[Record]:
    """A record as another system may write it: any field, any value of its list, some unknown."""
    tables = {table: st.lists(row(table).filter(bool), max_size=2) for table in TABLES}
    tables["their vehicles"] = st.lists(st.dictionaries(st.sampled_from(ODD), NAMES), max_size=2)
    return st.builds(
        lambda fields, rows: Record("X-1", fields, {t: r for t, r in rows.items() if r}),
        st.builds(
            lambda known, odd: known | odd,
            row(""),
            st.just(STRANGE),
        ),
        st.fixed_dictionaries(tables),
    )


def answers(draw: Draw) -> dict[str, Any]:
    """Of a screening, what goes out: signs with how each is known, what was done to the person."""
    signs = [f"held_{what}" for what in ("documents", "debt", "violence", "shame", "tasks")]
    ticked = draw(st.lists(st.sampled_from(signs), unique=True, max_size=4))
    marks = {sign: draw(st.sampled_from(["seen", "told", "unknown"])) for sign in ticked}
    return {
        "sex": draw(st.sampled_from(codes("sex"))),
        "age": draw(st.sampled_from(["adult", "child", "not_sure"])),
        "languages": draw(st.lists(st.sampled_from(codes("languages")), unique=True, max_size=4)),
        "forms": draw(st.lists(st.sampled_from(codes("forms")), unique=True, max_size=4)),
        "dependants": draw(st.integers(0, 20)),
        "how-it-began": draw(st.lists(st.sampled_from(codes("acts")), unique=True, max_size=3)),
        "signs-pressure": ticked,
        "evidence-pressure": marks,
    }


def write_on(case: Case, cast: Cast, draw: Draw) -> None:
    """What is sealed, and where the file stands."""
    by = cast.manager_a
    names = ("given_name", "family_name", "other_names", "document")
    identity = {name: draw(NAMES) for name in names} | {"safe_contact": draw(CONTACTS)}
    correct_identity(case, by=by, identity=identity)
    for text in draw(st.lists(TEXTS, max_size=2)):
        add_account(case, text, by=by)
    with acting_as(by):
        case.region = draw(st.sampled_from(["", *country().regions]))
        case.save(update_fields=["region"])
    if case.sex in "FM" and case.dependants == 0 and draw(st.booleans()):
        files.placed(cast, case)
    for service in draw(st.lists(st.sampled_from(codes("services")), max_size=3)):
        row = set_goal(
            case, by=by, service=service, unit=cast.units["centre_a"], own=True,
            until=today() + timedelta(days=draw(st.integers(1, 400))), text="to sleep in peace",
        )  # fmt: skip
        if draw(st.booleans()):
            end_goal(case, row.pk, by=by, how=draw(st.sampled_from(codes("goal_ends"))))
    if draw(st.booleans()):
        found = State.NOT_PRESUMED
        decide(case, found, by=cast.panel, reason="grounds_not_found", findings=files.NOT_FOUND)


@ANY
@given(data=st.data())
def test_a_file_of_ours_says_there_what_it_says_here(data: st.DataObject, cast: Cast) -> None:
    draw = data.draw
    case = files.received(cast, **answers(draw))
    write_on(case, cast, draw)
    first = steps.sent(files.fresh(case), cast)
    kind = draw(st.sampled_from(["zip", "json"]))
    look = steps.looked(first, cast.manager_b, kind, case.reference)
    assert not look.faults
    (there,) = steps.brought(look, cast.manager_b)
    assert cells(steps.sent(there, cast, by=cast.manager_b)) == cells(first)


@ANY
@given(record=foreign(), kind=st.sampled_from(["zip", "json"]))
def test_a_file_of_another_system_goes_back_as_it_came(
    record: Record, kind: str, cast: Cast
) -> None:
    look = steps.looked(Package("", [record]), cast.manager_b, kind, str(uuid4()))
    assert not look.faults
    (here,) = steps.brought(look, cast.manager_b)
    again = cells(steps.sent(here, cast, by=cast.manager_b))
    lost = cells(Package("", [record])) - again
    assert not lost


def test_the_figure(capsys: pytest.CaptureFixture[str]) -> None:
    """A field that is not mapped says why, and is carried all the same."""
    known = standard()
    mapped, left, every = known.mapped(), known.unmapped(), known.of_the_standard()
    assert len(mapped) + len(left) == len(every)
    assert all(field.reason for field in left)
    said = [
        f"HTCDS {known.version}: mapped {len(mapped)} of {len(every)};"
        f" unmapped {len(left)} with reasons:"
    ]
    for reason in dict.fromkeys(field.reason for field in left):
        fields = ", ".join(field.code for field in left if field.reason == reason)
        said.append(f"  {reason.en if reason else ''} {fields}")
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(said) + "\n")
