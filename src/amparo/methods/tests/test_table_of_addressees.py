"""Whom the five texts ask, held against the table of 136 asks written by hand.

A row that no general rule can reach is listed with its reason; a test fails when it is reached too.
"""

import pytest

from amparo.methods.resolutions.asks import ASKING, Ask, asks_of

from .table import Row, table

# The words of the table for those who are asked. Who is only consulted is none of them.
CODES = {
    "Member States": "states",
    "Governments": "states",
    "States that are not yet parties": "states",
    "Member States, with civil society": "states",
    "Member States and other donors": "states donors",
    "Member States; the private sector": "states private_sector",
    "Member States; UNODC": "states unodc",
    "UNODC; Member States": "states unodc",
    "Member States; the Inter-Agency Coordination Group": "states icat",
    "Member States and all named in the Global Plan; the Conference of the Parties; regional"
    " bodies": "states all_stakeholders conference_of_parties international_organisations",
    "Member States, international organisations, civil society and the private sector":
        "states international_organisations civil_society private_sector",
    "Member States, organisations and other entities":
        "states international_organisations civil_society all_stakeholders",
    "States not yet parties; States parties": "states states_parties",
    "All States and organisations": "states international_organisations",
    "All stakeholders": "all_stakeholders",
    "All concerned by the preparations": "all_stakeholders",
    "All stakeholders, the private sector included": "all_stakeholders private_sector",
    "Participants in the regional meetings": "all_stakeholders",
    "The Secretary-General": "secretary_general",
    "The Secretary-General, with Member States": "secretary_general",
    "The Secretary-General; Member States": "secretary_general states",
    "The Secretary-General; States; institutes of the programme network":
        "secretary_general states un_bodies all_stakeholders",
    "Government of Japan; UNODC; the Commission": "states unodc ccpcj",
    "UNODC": "unodc",
    "UNODC; IOM": "unodc un_bodies",
    "UNODC, with the Inter-Parliamentary Union": "unodc",
    "UNODC, with the child-protection bodies of the United Nations": "unodc",
    "UNODC; the Inter-Agency Coordination Group": "unodc icat",
    "UNODC and other United Nations bodies": "unodc un_bodies",
    "UNODC and other United Nations bodies; donors": "unodc un_bodies states donors",
    "The Inter-Agency Coordination Group": "icat",
    "Heads of the agencies in the Inter-Agency Coordination Group": "icat",
    "The Inter-Agency Coordination Group, with the chief statisticians of the United Nations":
        "icat",
    "United Nations programmes and agencies, other organisations":
        "un_bodies international_organisations civil_society",
    "Treaty bodies, the Special Rapporteur, United Nations bodies, other organisations and civil"
    " society": "treaty_bodies special_procedures un_bodies international_organisations"
    " civil_society",
    "The Commission on Crime Prevention and Criminal Justice": "ccpcj",
    "Intergovernmental expert group": "expert_group",
    "Intergovernmental expert group on reducing reoffending": "expert_group",
    "The Fifteenth Congress": "congress",
    "The General Assembly": "itself",
    "The General Assembly, on its own work": "itself",
    "The Economic and Social Council": "itself",
}  # fmt: skip
# The paragraph asks nobody; the table names whom it concerns. Most stand in brackets in the table
# of the traceability of the five texts too.
ASK_NOBODY = [
    "S2 3",
    "S2 4",
    "S2 6",
    "S2 9",
    "S3 3",
    "S3 8",
    "S3 9",
    "S3 10",
    "S4-I 2",
    "S4-I 4",
    "S4-I 12",
    "S4-III 7",
    "S4-V 2",
    "S4-V 4",
    "S4-V 8",
]
OUT_OF_REACH = {
    **dict.fromkeys(ASK_NOBODY, "asks nobody"),
    "S2 21": "of UNODC the report is only looked forward to",
    "S4-I 6": "the Assembly decides; the Congress is only where it is to be",
    "S4-V 9b": "UNODC is asked to encourage the group",
    "S4-D Déc. I": "a sentence of a record, without an operative verb of its own",
    "S4-D Déc. II": "a sentence of a record, without an operative verb of its own",
    "S4-D Déc. 33/1": "a sentence of a record, without an operative verb of its own",
}


def asks_in(row: Row) -> list[Ask]:
    found = asks_of(row.paragraph, "fr")
    return [ask for ask in found if ask.label] if row.paragraph.subparagraphs else found


def asked_in(row: Row) -> set[str]:
    """Of its orders, or if they name nobody, of what else it says."""
    asks = asks_in(row)
    ordered = {code for ask in asks if ask.force in ASKING for code in ask.addressees}
    return ordered or {code for ask in asks for code in ask.addressees}


def test_those_asked_are_those_of_the_table_but_for_rows_that_ask_nobody() -> None:
    wrong = {
        row.key
        for row in table().values()
        if asked_in(row) != set(CODES[row.cells["addressee_en"]].split())
    }
    assert len(table()) == 136
    assert wrong == set(OUT_OF_REACH)
    assert len(wrong) == 21


def test_every_order_of_the_table_names_somebody() -> None:
    orders = [ask for row in table().values() for ask in asks_in(row) if ask.force in ASKING]
    assert len(orders) > 120
    nobody = [ask.text for ask in orders if not ask.addressees]
    assert [text.split()[0] for text in nobody] == ["appelle", "demande", "lance"]


@pytest.mark.parametrize("key", [key for key, row in table().items() if row.document != "S4-D"])
def test_every_verb_of_the_table_is_found(key: str) -> None:
    row = table()[key]
    found = [ask.verb.lower() for ask in asks_in(row)]
    for verb in row.cells["verb_fr"].replace(" (x2)", "").split("; "):
        first = verb.lower().split()[0]
        assert any(each.startswith(first) for each in found), (verb, found)
