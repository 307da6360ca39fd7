"""What a paragraph asks, how strongly, of whom and on what condition: held against the table of the
five texts that was written by hand."""

import csv
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import amparo
from amparo.methods.resolutions import Paragraph, read
from amparo.methods.resolutions.asks import ASKING, Ask, asks_of
from amparo.methods.resolutions.model import Subparagraph

DATA = Path(amparo.__file__).parent / "commitments" / "data"
PARTS = {"S0": 0, "S1": 0, "S2": 0, "S3": 0, "S4-I": 0, "S4-II": 1, "S4-III": 2, "S4-IV": 3,
         "S4-V": 4}  # fmt: skip
# The words of the table for those who are asked; where it names nobody we have a code for, nothing.
CODES = {
    "Member States": {"states"},
    "Governments": {"states"},
    "The Secretary-General": {"secretary_general"},
    "UNODC": {"unodc"},
    "Member States and other donors": {"states", "donors"},
    "The Commission on Crime Prevention and Criminal Justice": {"ccpcj"},
    "Member States; UNODC": {"states", "unodc"},
    "UNODC; Member States": {"states", "unodc"},
    "States not yet parties; States parties": {"states", "states_parties"},
    "States that are not yet parties": {"states"},
    "The Secretary-General; Member States": {"secretary_general", "states"},
    "Member States; the private sector": {"states", "private_sector"},
    "UNODC and other United Nations bodies": {"unodc", "un_bodies"},
    "UNODC and other United Nations bodies; donors": {"unodc", "un_bodies", "states", "donors"},
    "The Inter-Agency Coordination Group": {"icat"},
    "Heads of the agencies in the Inter-Agency Coordination Group": {"icat"},
    "The Fifteenth Congress": {"congress"},
    "Intergovernmental expert group": {"expert_group"},
    "Intergovernmental expert group on reducing reoffending": {"expert_group"},
    "UNODC, with the child-protection bodies of the United Nations": {"unodc", "un_bodies"},
    "Member States, international organisations, civil society and the private sector": {
        "states", "international_organisations", "civil_society", "private_sector",
    },
}  # fmt: skip


@cache
def paragraphs(document: str) -> dict[str, Paragraph]:
    [file] = (DATA / "texts").glob(f"{document[:2].lower()}*.txt")
    part = read(file.read_text(encoding="utf-8")).resolutions[PARTS[document]]
    return {str(paragraph.number): paragraph for paragraph in part.operative}


def by_hand() -> list[tuple[str, str, str, str]]:
    with (DATA / "asks.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["document"] in PARTS]
    return [(r["document"], r["paragraph"], r["verb_fr"], r["addressee_en"]) for r in rows]


def found_for(document: str, number: str) -> list[Ask]:
    plain, letter = number.rstrip("abcdefghijkl"), number.lstrip("0123456789")
    asks = asks_of(paragraphs(document)[plain], "fr")
    return [ask for ask in asks if ask.label == letter]


ORDERS = ("exhorte", "prie", "demande", "engage", "encourage", "invite")


def opens_with_an_order(verb: str) -> bool:
    return verb.lower().startswith(ORDERS)


HELD = [
    row
    for row in by_hand()
    if row[3] in CODES and all(map(opens_with_an_order, row[2].split("; ")))
]


def test_the_table_is_long_enough_to_hold_the_rules_against_it() -> None:
    assert len(HELD) > 90


@pytest.mark.parametrize(("document", "number", "verbs", "who"), HELD)
def test_whom_an_order_is_given_to(document: str, number: str, verbs: str, who: str) -> None:
    asked = {
        code
        for ask in found_for(document, number)
        if ask.force in ASKING
        for code in ask.addressees
    }
    assert asked == CODES[who]


@pytest.mark.parametrize(("document", "number", "verbs", "who"), by_hand())
def test_every_verb_of_the_table_is_found(document: str, number: str, verbs: str, who: str) -> None:
    found = [ask.verb.lower() for ask in found_for(document, number)]
    for verb in verbs.replace(" (x2)", "").split("; "):
        first = verb.lower().split()[0]
        assert any(each.startswith(first) for each in found), (verb, found)


def ask(text: str, language: str = "fr") -> Ask:
    [found] = asks_of(Paragraph(1, "", text), language)
    return found


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("Décide de rester saisie de la question ;", "decides"),
        ("Engage instamment les États à agir ;", "urges"),
        ("Demande instamment aux États d’agir ;", "urges"),
        ("Prie de nouveau instamment les États d’agir ;", "urges"),
        ("Prie le Secrétaire général d’agir ;", "requests"),
        ("Encourage vivement les États à agir ;", "encourages_strongly"),
        ("Invite de nouveau les États à agir ;", "encourages"),
        ("Réaffirme que la traite est un crime ;", "affirms"),
        ("Prend note avec satisfaction du rapport ;", "notes"),
    ],
)
def test_the_ladder_of_force(text: str, force: str) -> None:
    assert ask(text).force == force


@pytest.mark.parametrize(
    ("text", "force", "who"),
    [
        ("Urges Member States to act;", "urges", ("states",)),
        ("Requests the Secretary-General to report to it;", "requests", ("secretary_general",)),
        ("Calls upon States and international organizations to act;", "requests",
         ("states", "international_organisations")),
        ("Also invites Member States and other donors to provide resources;", "encourages",
         ("states", "donors")),
        ("Decides to remain seized of the matter;", "decides", ("itself",)),
        ("Takes note of the report of the Secretary-General;", "notes", ()),
    ],
)  # fmt: skip
def test_the_same_in_english(text: str, force: str, who: tuple[str, ...]) -> None:
    found = ask(text, "en")
    assert (found.force, found.addressees) == (force, who)


def test_one_paragraph_asks_two_of_two() -> None:
    text = (
        "Encourage les États Membres à agir ensemble, et prie l’Office des Nations Unies contre la"
        " drogue et le crime de les aider, sur demande ;"
    )
    first, second = asks_of(Paragraph(1, "Encourage", text), "fr")
    assert (first.addressees, second.addressees) == (("states",), ("unodc",))
    assert [escape.code for escape in second.escapes] == ["on_request"]
    assert second.text.startswith("prie l’Office")


def test_a_name_inside_of_a_name_is_not_asked() -> None:
    text = (
        "Prie l’Office des Nations Unies contre la drogue et le crime, en sa qualité de"
        " coordonnateur du Groupe interinstitutions de coordination, de convoquer une réunion ;"
    )
    assert ask(text).addressees == ("unodc",)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("qui ne l’ont pas encore fait", "not_yet_done"),
        (", conformément à leur droit interne,", "domestic_law"),
        (", selon qu’il conviendra,", "as_appropriate"),
        (", dans la limite des ressources existantes,", "resources"),
        (", sous réserve de la disponibilité de ressources extrabudgétaires,", "resources"),
        (", sous réserve des règles applicables,", "subject_to"),
        (", dans le cadre de leurs mandats respectifs,", "mandate"),
    ],
)
def test_a_condition_is_kept_in_its_words(words: str, code: str) -> None:
    [escape] = ask(f"Invite les États {words} à ratifier la Convention ;").escapes
    assert escape.code == code
    assert escape.text in words
    assert ask(f"Invite les États {words} à ratifier la Convention ;").addressees == ("states",)


def test_to_consider_is_a_condition() -> None:
    [escape] = ask("Invite les États à envisager de ratifier la Convention ;").escapes
    assert escape.code == "consider"


def test_each_lettered_item_is_an_ask_of_its_own() -> None:
    items = (
        Subparagraph("a", "De redoubler d’efforts ;"),
        Subparagraph("b", "", (Subparagraph("i", "D’aider, s’il y a lieu ;"),)),
        Subparagraph("c", "Invite le Secrétaire général à les aider ;"),
    )
    found = asks_of(Paragraph(7, "Prie", "Prie les États Membres :", items), "fr")
    assert [(each.label, each.addressees) for each in found] == [
        ("a", ("states",)), ("b.i", ("states",)), ("c", ("secretary_general",)),
    ]  # fmt: skip
    assert [escape.code for escape in found[1].escapes] == ["as_appropriate"]


@given(st.text(max_size=200), st.sampled_from(["fr", "en"]))
def test_no_text_makes_it_fail_or_go_on_for_ever(text: str, language: str) -> None:
    for opening in ("", "Prie les ", "Requests the ", "Encourage, et invite "):
        assert asks_of(Paragraph(1, "", opening + text), language)
