"""The rules of the reader of resolutions, on made-up texts: English, odd layouts, refusals."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amparo.methods.resolutions import NotAResolution, Paragraph, Part, read

ENGLISH = """United Nations

A/RES/99/195

General Assembly

Distr.: General
19 January 2045

99/195. Improving the coordination of a made-up effort
across borders
The General Assembly,
Reiterating its concern about a matter that is, in short,
grave,
Also recalling the 2030 Agenda for Sustainable Development,1 in which States
committed themselves, and the Convention on Made-up
Things2 and its Protocol,
Deeply worried by everything,
__________________
1

Resolution 70/1.
2
United Nations, Treaty Series, vol. 1, No. 2.

45-23100 (E)
*4523100*

Please recycle

A/RES/99/195

Improving the coordination of a made-up effort across borders

Having considered the report,
1.
Urges States to consider article 3
(a) of the Protocol;
2.
Also urges States:
(a)
To take measures;
(b) To do more:
(i) In cities;
(ii) In villages;
(c) To report;

2/3

45-23100

Improving the coordination of a made-up effort across borders

A/RES/99/195

3.
Further requests the Secretary-General to report. The report should be
short.
Follow-up
4. Is of the view that co-
operation matters;
5. Decides to remain seized of the matter.

73rd plenary meeting
19 December 2044
Annex
Plan
1. Decides nothing.
6. Requests nothing.
"""


def test_english_is_read_by_the_same_rules() -> None:
    part = only_part(ENGLISH)
    assert (part.label, part.organ) == ("99/195", "The General Assembly")
    assert part.title == "Improving the coordination of a made-up effort across borders"
    assert [p.verb for p in part.preamble] == [
        "Reiterating",
        "Recalling",
        "Deeply worried",
        "Having",
    ]
    assert part.preamble[1].text == (
        "Also recalling the 2030 Agenda for Sustainable Development, in which States committed "
        "themselves, and the Convention on Made-up Things and its Protocol,"
    )
    assert [p.verb for p in part.operative] == ["Urges", "Urges", "Requests", "Is of", "Decides"]


def test_items_inside_a_sentence_are_not_sub_paragraphs_and_roman_ones_nest() -> None:
    first, second, *_ = only_part(ENGLISH).operative
    assert first.text == "Urges States to consider article 3 (a) of the Protocol;"
    assert labels(second) == "abc"
    assert [inner.label for inner in second.subparagraphs[1].subparagraphs] == ["i", "ii"]


def test_headings_running_heads_and_what_follows_the_end_are_left_out() -> None:
    part = only_part(ENGLISH)
    assert part.operative[2].text.endswith("The report should be short.")
    assert part.operative[3].text == "Is of the view that cooperation matters;"
    assert part.operative[4].text == "Decides to remain seized of the matter."


def test_sections_may_begin_their_numbers_again() -> None:
    part = only_part(
        "The Economic and Social Council,\nRecalling a thing,\nI\nGeneral\n1. Requests one thing;\n"
        "2. Invites all;\nII\nSpecial\n1. Requests another;\n2. Invites nobody.\n"
    )
    assert [(p.section, p.number) for p in part.operative] == [
        ("I", 1),
        ("I", 2),
        ("II", 1),
        ("II", 2),
    ]


def test_a_single_paragraph_without_a_number_is_counted_as_the_first() -> None:
    part = only_part(
        "L'Assemblée générale,\nRappelant sa résolution 50/1,\nPrend acte du rapport¹.\n"
    )
    assert [(p.number, p.verb, p.text) for p in part.operative] == [
        (1, "Prend acte", "Prend acte du rapport.")
    ]


def test_an_extract_without_an_enacting_clause_is_read() -> None:
    part = only_part("1. Encourage les États à agir ;\n\n2. Prie l'Office de les aider.\n")
    assert (part.organ, [p.verb for p in part.operative]) == ("", ["Encourage", "Prie"])


RECIPE = """Tarte aux pommes pour la fête de l'école
1. Mélange la farine et le beurre dans un bol.
2. Prend une heure de repos.
3. Ajoute les pommes, le sucre et un peu de cannelle.
"""
ARTICLE = """The library on the corner has opened its doors again after a year of works.
Noting the crowd, the mayor spoke for two minutes. The books are the same as before.
1. Where is it? On the corner of the square.
2. When is it open? From ten to six.
"""


@pytest.mark.parametrize(
    ("refused", "code"),
    [
        ("", "empty"),
        (" \n\t \n", "empty"),
        (bytes(range(256)).decode("latin-1") * 4, "not_text"),
        (b"\x89PNG\r\n\x1a\n\xff\xfe\xfd".decode("utf-8", "replace") * 20, "not_text"),
        (RECIPE, "no_operative"),
        (ARTICLE, "no_operative"),
        ("1. Invite your friends to the house.\n2. Ask them what the menu is.\n", "no_operative"),
        ("L'Assemblée générale,\n\nRappelant ses résolutions,\n", "no_operative"),
    ],
)
def test_what_is_not_a_resolution_is_refused(refused: str, code: str) -> None:
    with pytest.raises(NotAResolution) as refusal:
        read(refused)
    assert refusal.value.code == code


def test_the_refusal_says_why() -> None:
    with pytest.raises(NotAResolution, match="numbered operative paragraph that opens with a verb"):
        read(RECIPE)
    with pytest.raises(NotAResolution, match="“Encourage”, “Prie”"):
        read(RECIPE)


LINES = st.sampled_from(
    [
        "L'Assemblée générale,",
        "The General Assembly,",
        "Rappelant la Charte,",
        "Noting the report,",
        "1. Prie le Secrétaire général :",
        "1. Requests a report;",
        "2.",
        "a) De faire ;",
        "(i)",
        "z) Ending",
        "__________________",
        "1 Ibid.",
        "¹ Résolution 70/1.",
        "\f",
        "* E/CN.15/2018/1.",
        "Projet de décision II",
        "II",
        "Annexe",
        "",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(), st.lists(st.one_of(LINES, st.text(max_size=20))).map("\n".join)))
def test_any_text_is_read_or_refused_never_a_crash(anything: str) -> None:
    try:
        found = read(anything)
    except NotAResolution as refusal:
        assert str(refusal)
    else:
        assert any(part.operative for part in found.parts)


def labels(counted: Paragraph) -> str:
    return "".join(item.label for item in counted.subparagraphs)


def only_part(source: str) -> Part:
    (part,) = read(source).parts
    return part
