"""What pages, conversions and negotiations do to a resolution's text, one trap at a time."""

import textwrap
from datetime import date

import pytest

from amparo.methods.resolutions import Footnote, Part, Subparagraph, read

TEXT = """L’Assemblée générale,

Rappelant sa résolution 98/1,

1. Encourage les États à agir, selon qu’il convient et sans tarder, contre les réseaux ;

2. Prie le Secrétaire général de lui en rendre compte à sa centième session.
"""


def only(source: str) -> Part:
    (part,) = read(source).parts
    return part


def operative(source: str) -> list[str]:
    return [paragraph.text for paragraph in only(source).operative]


def test_footnotes_and_links_inside_a_sentence_are_taken_out_and_kept() -> None:
    document = read(
        "The General Assembly,\nRecalling [the Convention](https://example.org/c),1 and its "
        "report,2\n__________\n1 Treaty Series, vol. 1,\nNo. 2.\n2 See A/99/1.\n"
        "1. Urges all to act;\n2. Decides to stop.\n"
    )
    assert document.parts[0].preamble[0].text == "Recalling the Convention, and its report,"
    assert document.footnotes == (
        Footnote("1", "Treaty Series, vol. 1, No. 2."),
        Footnote("2", "See A/99/1."),
    )


def test_a_blank_line_between_wrapped_lines_ends_no_paragraph() -> None:
    lines = [piece for line in TEXT.split("\n") for piece in textwrap.wrap(line, 30)]
    assert operative("\n\n".join(lines)) == operative(TEXT)


def test_a_superscript_alone_on_a_line_belongs_to_no_number() -> None:
    source = (
        "The Council,\nNoting the report\n1\n, and the plan,\n1. Urges all;\n2. Decides to go on.\n"
    )
    assert only(source).preamble[0].text == "Noting the report, and the plan,"
    assert operative(source) == ["Urges all;", "Decides to go on."]


def test_italics_and_raised_marks_change_no_word() -> None:
    source = (
        "*The Council*,\n_Noting_ the report,<sup>1</sup>\n1. <em>Urges</em> all, at the 3<sup>rd"
        "</sup> session;²\n2. **Decides** to go on.\n"
    )
    assert only(source).preamble[0].text == "Noting the report,"
    assert operative(source) == ["Urges all, at the 3rd session;", "Decides to go on."]


def test_an_agenda_and_the_paragraphs_of_a_report_are_not_operative() -> None:
    agenda = "\n".join(f"{number}. Item of the agenda." for number in range(1, 14))
    report = "\n".join(f"{number}. At its meeting, it considered." for number in range(3, 9))
    source = (
        f"Provisional agenda\n{agenda}\nDraft resolution\nThe Council,\nNoting the report,\n"
        f"1. Urges all;\n2. Decides to go on.\nChapter II\nOther matters\n{report}\n"
    )
    assert operative(source) == ["Urges all;", "Decides to go on."]


def test_several_resolutions_in_one_file_are_kept_apart() -> None:
    one = "{0}\n{1}\nThe Council,\nNoting the report,\n1. Urges all;\n2. Decides to go on.\n"
    document = read(
        "".join(one.format(f"Draft resolution {n}", f"Matter {n}") for n in ("I", "II"))
    )
    assert [(part.label, part.title) for part in document.parts] == [
        ("I", "Matter I"),
        ("II", "Matter II"),
    ]


def test_a_decision_with_letters_keeps_its_words() -> None:
    document = read(
        "Projet de résolution\n\nLe Conseil,\n\n1. Prie tous d’agir ;\n\n2. Décide de poursuivre."
        "\n\nProjet de décision\n\nRapport de la Commission\n\nLe Conseil :\n\na) Prend note du "
        "rapport ;\n\nb) Approuve l’ordre du jour.\n"
    )
    [decision] = document.decisions
    assert decision.title == "Rapport de la Commission"
    assert decision.text.endswith("a) Prend note du rapport ; b) Approuve l’ordre du jour.")


def test_a_word_broken_by_a_space_is_closed_when_the_text_prints_it_whole() -> None:
    source = (
        "L’Assemblée générale,\nRappelant l ’importance des mécanismes,\n"
        "1. Prie les méca nismes d’agir ;\n2. En courage les États.\n"
    )
    part = only(source)
    assert part.operative[0].text == "Prie les mécanismes d’agir ;"
    assert part.operative[1].verb == "Encourage"


def test_an_ordinal_that_lost_its_hyphen_is_still_a_session_and_a_meeting() -> None:
    document = read(
        f"Soixante dix neuvième session\n\n{TEXT.rstrip()} 74 e séance plénière 1er mai 2044\n"
    )
    assert document.session == "Soixante dix neuvième session"
    assert document.parts[0].operative[-1].text.endswith("à sa centième session.")


def test_a_paragraph_split_by_a_pages_footnotes_is_joined() -> None:
    source = TEXT.replace(
        "sans tarder, ",
        "sans\n____________\n¹ Résolution 70/1.\n² Ibid.\n2/3\n45-00001\n\ftarder, ",
    )
    assert operative(source) == operative(TEXT)


def test_an_annex_has_no_operative_paragraph() -> None:
    source = f"{TEXT}\nAnnexe\n\nPlan d’action\n\n1. Prie tous.\n\n3. Décide de tout.\n"
    assert operative(source) == operative(TEXT)


def test_roman_sections_begin_their_numbers_again_and_may_have_a_preamble() -> None:
    part = only(
        "The Council,\nI\nMoney\nRecalling all,\n1. Urges one;\n2. Urges two;\nII\nStaff\n"
        "Noting more,\n1. Requests one;\n2. Decides to end.\n"
    )
    assert [(each.section, each.number) for each in part.operative] == [
        ("I", 1), ("I", 2), ("II", 1), ("II", 2),
    ]  # fmt: skip
    assert [(each.section, each.verb) for each in part.preamble] == [
        ("I", "Recalling"), ("II", "Noting"),
    ]  # fmt: skip


def test_votes_and_meetings_stay_outside_and_tell_the_day() -> None:
    document = read(
        f"{TEXT}\n74e séance plénière\n12 décembre 2044\n[Adoptée par 3 voix contre 1.]\n3. Note.\n"
    )
    assert [each.number for each in document.parts[0].operative] == [1, 2]
    assert (document.status, document.said_on) == ("adopted", date(2044, 12, 12))


def test_the_numbers_of_a_negotiation_are_numbers() -> None:
    part = only(
        "The Commission,\nPP1 Noting all,\nPP2bis: [Alarmed] by some,\nOP1 Urges all;\n"
        "OP1 bis. (agreed) Invites some;\nOP4: Requests more;\n"
    )
    assert [each.verb for each in part.preamble] == ["Noting", "Alarmed"]
    assert [(each.number, each.again, each.verb) for each in part.operative] == [
        (1, "", "Urges"), (1, "bis", "Invites"), (4, "", "Requests"),
    ]  # fmt: skip


def test_brackets_stay_and_what_was_struck_out_goes() -> None:
    source = (
        "Draft resolution\nThe Commission,\n[Noting all,]\n1. [Urges / Invites] all ~~some~~ to "
        "act;\n2. [Decides] to <del>stop</del>go on.\n"
    )
    part = only(source)
    assert part.preamble[0].text == "[Noting all,]"
    assert [each.text for each in part.operative] == [
        "[Urges / Invites] all to act;",
        "[Decides] to go on.",
    ]


@pytest.mark.parametrize("hyphen", ["-", "‐", "\u00ad", "¬"])
def test_a_word_hyphenated_at_the_end_of_a_justified_line_is_closed(hyphen: str) -> None:
    source = TEXT.replace("Secrétaire", f"Secré{hyphen}\ntaire")
    assert operative(source) == operative(TEXT)


def test_letters_tied_together_or_with_their_accents_apart_are_letters() -> None:
    source = (
        "The Council,\nReafﬁrming all,\n1. Reafﬁrms some;\n2. De\u0301cides; \n3. Decides all.\n"
    )
    assert only(source).operative[0].text == "Reaffirms some;"


def test_a_text_on_one_line_is_cut_where_paragraphs_open() -> None:
    source = (
        "The Security Council, Recalling its resolutions 1996 (2011) and 2046 (2012), and its "
        "statements on the matter, Noting that much is left to do in the region, Acting under "
        "Chapter VII, 1. Decides that all shall: (a) act; (b) report; 2. Requests a report; "
        "3. Decides to end."
    )
    part = only(source)
    assert [each.verb for each in part.preamble] == ["Recalling", "Noting", "Acting"]
    assert [each.number for each in part.operative] == [1, 2, 3]
    assert part.operative[0].subparagraphs == (
        Subparagraph("a", "act;"),
        Subparagraph("b", "report;"),
    )


@pytest.mark.parametrize("width", [50, 90])
def test_paragraphs_that_run_into_each_other_are_parted(width: int) -> None:
    whole = " ".join(TEXT.split())
    wrapped = "\n".join(textwrap.wrap(whole, width))
    assert operative(wrapped) == operative(whole) == operative(TEXT)


def test_a_paragraph_that_begins_with_its_first_item_keeps_the_next() -> None:
    source = (
        "The Council,\nNoting all,\n1. (a) Urges all;\n\n(b) Requests some;\n\n2. Decides to end.\n"
    )
    first, _ = only(source).operative
    assert (first.verb, first.text) == ("Urges", "(a) Urges all;")
    assert first.subparagraphs == (Subparagraph("b", "Requests some;"),)


def test_a_heading_that_looks_like_an_opening_is_a_heading() -> None:
    part = only("The Council,\nNoting all,\nSeeding the field\n1. Urges all;\n2. Decides to end.\n")
    assert [each.text for each in part.preamble] == ["Noting all,"]


def test_a_sentence_after_a_full_stop_at_the_end_of_a_line_is_read_on() -> None:
    more = "\n".join(["It shall be short and say what was done in each of the regions and by"] * 7)
    source = f"The Council,\nNoting all,\n1. Requests a report.\n{more}\nall;\n2. Decides to end.\n"
    assert operative(source)[0].endswith("and by all;")
