"""Who pays whom, drawn: nothing lost, nothing outside the frame, nothing that runs."""

import xml.etree.ElementTree as ET
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from amparo.methods.flowchart import BOX, WIDTH, Edge, draw, places

TITLES = {"pays": "Pay", "passes": "Pass on", "keeps": "Keep"}
SVG = "{http://www.w3.org/2000/svg}"
pairs = st.lists(
    st.tuples(
        st.sampled_from("ABCDEF"), st.sampled_from("ABCDEF"), st.decimals("0.01", 10**6, places=2)
    ),
    min_size=1, max_size=12,
)  # fmt: skip


def edges(rows: list[tuple[str, str, Decimal]]) -> list[Edge]:
    return [Edge(number, a, b, amount) for number, (a, b, amount) in enumerate(rows, 1)]


def test_who_pays_stands_first_who_keeps_last_who_passes_on_between() -> None:
    at = places(edges([("A", "B", Decimal(90)), ("B", "C", Decimal(80))]))
    assert at["A"].x == 0 < at["B"].x < at["C"].x == WIDTH - BOX


@given(pairs)
def test_each_account_and_each_number_is_drawn_inside_the_frame(
    rows: list[tuple[str, str, Decimal]],
) -> None:
    drawn = ET.fromstring(draw("Payments", edges(rows), TITLES))  # noqa: S314  our own text
    said = [text.text for text in drawn.iter(f"{SVG}text")]
    accounts = {account for a, b, _ in rows for account in (a, b)}
    assert accounts | {str(n) for n in range(1, len(rows) + 1)} <= set(said)
    width, height = map(float, drawn.attrib["viewBox"].split()[2:])
    for mark in drawn.iter(f"{SVG}circle"):
        assert 0 <= float(mark.attrib["cx"]) <= width
        assert 0 <= float(mark.attrib["cy"]) <= height
    places_ = [(box.attrib["x"], box.attrib["y"]) for box in drawn.iter(f"{SVG}rect")]
    assert len(set(places_)) == len(places_) == len(accounts)


def test_a_name_is_text_and_nothing_else() -> None:
    drawn = draw('"><script>', edges([("<b>", "&", Decimal(1))]), TITLES)
    assert "<script" not in drawn
    assert "<b>" not in drawn
    assert draw("Nothing", [], TITLES) == ""
