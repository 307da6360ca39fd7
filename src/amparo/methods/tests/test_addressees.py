"""Whom a clause asks: the object of its verb, and nobody who is named beside it."""

import pytest

from amparo.methods.resolutions import Paragraph
from amparo.methods.resolutions.asks import asks_of


def asked(text: str, language: str) -> list[str]:
    """The codes of each ask, in their order."""
    return [" ".join(ask.addressees) for ask in asks_of(Paragraph(1, "", text), language)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Requests the Secretary-General, in consultation with Member States, to report",
         ["secretary_general"]),
        ("Requests the Office of the High Commissioner, with the support of donors, to act",
         ["high_commissioner"]),
        ("Calls upon States, in accordance with their law, and international organizations to act",
         ["states international_organisations"]),
        ("Invites States, and encourages the Secretariat, to act", ["states", "secretary_general"]),
        ("Calls upon all States to help, and encourages them to report", ["states", "states"]),
        ("Notes that some States have not answered, and urges them to do so", ["", "states"]),
        ("Decides to remain seized of the matter", ["itself"]),
        ("Decides that all Member States shall freeze the funds", ["states"]),
        ("Decides that the measures shall apply until May", ["itself"]),
        ("Authorizes Member States to inspect vessels", ["states"]),
        ("Welcomes the efforts of States and of the Office", [""]),
        ("Requests that the report be submitted to the Assembly", [""]),
        ("Requests that the Secretary-General submit the report", ["secretary_general"]),
        ("Demands that all parties, in particular the rebel groups, stop", ["parties_to_conflict"]),
        ("Calls for the release of all those detained", [""]),
        ("Encourages further cooperation between States and the Office to end it", [""]),
        ("Stresses that States should ensure access", ["states"]),
        ("Stresses the need for the parties to agree", ["parties_to_conflict"]),
        ("Stresses the importance of education", [""]),
        ("Reiterates its request to the Secretary-General to report", ["secretary_general"]),
        ("Urges all actors, including the private sector, to act",
         ["all_stakeholders private_sector"]),
        ("Invites States that are not yet parties to accede", ["states_not_parties"]),
        ("Supports the demands for help and requests for advice of States", [""]),
    ],
)  # fmt: skip
def test_who_is_asked_in_english(text: str, who: list[str]) -> None:
    assert asked(text, "en") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Prie le Secrétaire général, agissant en consultation avec les États, de faire rapport",
         ["secretary_general"]),
        ("Prie l’Office, sous réserve de ressources, de les aider", ["unodc"]),
        ("Exhorte les États, et encourage les entreprises, à agir", ["states", "private_sector"]),
        ("Constate que certains États n’ont pas répondu et les prie de le faire", ["", "states"]),
        ("Se félicite des efforts des États et de l’Office", [""]),
        ("Demande que le rapport soit présenté à l’Assemblée", [""]),
        ("Exige que toutes les parties cessent les hostilités", ["parties_to_conflict"]),
        ("Réitère la demande qu’elle a faite au Secrétaire général d’agir", ["secretary_general"]),
        ("Décide de rester saisie de la question", ["itself"]),
        ("Décide que tous les États Membres doivent geler les fonds", ["states"]),
        ("Souligne que les États devraient agir", ["states"]),
        ("Souligne l’importance de l’éducation", [""]),
        ("Rappelle que c’est aux États qu’il incombe d’agir", ["states"]),
        ("Prie le Secrétaire général de lui rendre compte", ["secretary_general"]),
        ("Prend note des travaux de la Commission et la prie de les poursuivre",
         ["", "commission"]),
    ],
)  # fmt: skip
def test_who_is_asked_in_french(text: str, who: list[str]) -> None:
    assert asked(text, "fr") == who


@pytest.mark.parametrize(
    ("english", "french", "code"),
    [
        ("the mandate holders", "les titulaires de mandat", "special_procedures"),
        ("the Panel of Experts", "le Groupe d’experts", "expert_group"),
        ("OHCHR", "le Haut-Commissariat", "high_commissioner"),
        ("the High Commissioner for Refugees", "le HCR", "un_bodies"),
        ("UNICEF", "l’UNICEF", "un_bodies"),
        ("the United Nations Environment Programme",
         "le Programme des Nations Unies pour l’environnement", "un_bodies"),
        ("the Agency for Old Roads", "l’Agence des vieilles routes", "un_bodies"),
        ("the functional commissions", "les commissions techniques", "commission"),
        ("MONUSCO", "la MONUSCO", "peace_operations"),
        ("the African Union", "l’Union africaine", "international_organisations"),
        ("the Committee", "le Comité", "committee"),
        ("the Committee on the Rights of the Child", "le Comité des droits de l’enfant",
         "treaty_bodies"),
        ("the armed groups", "les groupes armés", "parties_to_conflict"),
        ("Sierra Leone", "la Sierra Leone", "states"),
        ("the local authorities", "les autorités locales", "states"),
        ("national human rights institutions", "les institutions nationales des droits de l’homme",
         "national_institutions"),
        ("parliamentarians", "les parlementaires", "parliaments"),
        ("the Commission of Inquiry", "la Commission d’enquête", "inquiry"),
        ("the Special Envoy", "l’Envoyée spéciale", "special_representatives"),
        ("the President of the General Assembly", "le Président de l’Assemblée générale",
         "president"),
        ("the International Criminal Court", "la Cour pénale internationale", "courts"),
        ("its Bureau", "son Bureau", "officers"),
    ],
)  # fmt: skip
def test_each_kind_of_addressee_has_its_code(english: str, french: str, code: str) -> None:
    assert asked(f"Requests {english} to act", "en") == [code]
    assert asked(f"Prie {french} d’agir", "fr") == [code]


def test_the_opening_of_lettered_items_names_whom_they_ask() -> None:
    text = "Urges Member States, the Secretariat and, where applicable, other donors:"
    assert asked(text, "en") == ["states secretary_general donors"]
