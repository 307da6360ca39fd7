"""What a paragraph asks, how strongly, of whom and on what condition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.methods.resolutions import Paragraph
from amparo.methods.resolutions.asks import Ask, asks_of
from amparo.methods.resolutions.model import Subparagraph


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
