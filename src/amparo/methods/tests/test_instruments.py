"""Which instruments a paragraph cites, and with which word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.methods.resolutions.instruments import cited_in

from .table import Row, table


def codes(text: str, language: str, speaker: str = "GA") -> list[str]:
    return [each.code for each in cited_in(text, language, speaker=speaker)]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("ses résolutions 61/180 du 20 décembre 2006 et 63/194, ainsi que la résolution 32/3 du"
         " Conseil des droits de l’homme", "fr",
         ["A/RES/61/180", "A/RES/63/194", "A/HRC/RES/32/3"]),
        ("its resolutions 61/180 and 62/132, and Human Rights Council resolution 32/3", "en",
         ["A/RES/61/180", "A/RES/62/132", "A/HRC/RES/32/3"]),
        ("Security Council resolutions 1325 (2000) of 31 October 2000 and 2331 (2016)", "en",
         ["S/RES/1325(2000)", "S/RES/2331(2016)"]),
        ("la résolution 1325 (2000) du Conseil de sécurité", "fr", ["S/RES/1325(2000)"]),
        ("Economic and Social Council resolution 2005/20", "en", ["E/RES/2005/20"]),
        ("its resolution 1514 (XV) of 14 December 1960", "en", ["A/RES/1514(XV)"]),
        ("the Human Rights Council, its resolution 61/180 and decision 61/500", "en",
         ["A/RES/61/180", "GA-61/500"]),
        ("A/RES/61/180 and S/RES/2331 (2016)", "en", ["A/RES/61/180", "S/RES/2331(2016)"]),
        ("la résolution 64/293 du 30 juillet 2010", "fr", ["GPA"]),
        ("the 2030 Agenda for Sustainable Development and resolution 70/1", "en",
         ["A/RES/70/1", "A/RES/70/1"]),
        ("la Convention contre la torture et le Pacte international relatif aux droits civils et"
         " politiques", "fr", ["CAT", "ICCPR"]),
        ("le Programme des Nations Unies pour le développement", "fr", []),
        ("parties to the Convention to report", "en", []),
    ],
)  # fmt: skip
def test_a_number_or_a_name_has_its_code(text: str, language: str, found: list[str]) -> None:
    assert codes(text, language) == found


def test_a_low_number_is_that_of_the_body_that_speaks() -> None:
    assert codes("sa résolution 33/1", "fr", "CCPCJ") == ["CCPCJ-33/1"]
    assert codes("la décision 21/1", "fr", "CCPCJ") == ["CCPCJ-21/1"]
    assert codes("la résolution 21/1", "fr", "GA") == [""]


@pytest.mark.parametrize(
    ("text", "language", "name", "kind"),
    [
        ("Recalling the Vienna Convention on Consular Relations, which", "en",
         "Vienna Convention on Consular Relations", "treaty"),
        ("Recalling the Arms Trade Treaty", "en", "Arms Trade Treaty", "treaty"),
        ("les Principes directeurs relatifs aux entreprises et aux droits de l’homme", "fr",
         "Principes directeurs relatifs aux entreprises et aux droits de l’homme", "principles"),
        ("la Convention de Vienne sur les relations consulaires et le Traité", "fr",
         "Convention de Vienne sur les relations consulaires", "treaty"),
    ],
)  # fmt: skip
def test_one_that_the_table_does_not_have_is_found_by_its_shape(
    text: str, language: str, name: str, kind: str
) -> None:
    [found] = cited_in(text, language)
    assert (found.code, found.name, found.kind) == ("", name, kind)


def test_the_word_that_cites_it_is_kept_as_printed() -> None:
    text = (
        "Exhorte les États à ratifier la Convention des Nations Unies contre la corruption,"
        " conformément à sa résolution 61/180"
    )
    found = cited_in(text, "fr", speaker="GA")
    assert [(each.verb, each.code) for each in found] == [
        ("ratifier", "UNCAC"), ("conformément", "A/RES/61/180"),
    ]  # fmt: skip
    assert all(text.startswith(each.name, each.start) for each in found)


def test_a_short_name_counts_only_where_the_document_has_the_whole_one() -> None:
    whole = (
        "le Plan d’action mondial des Nations Unies pour la lutte contre la traite des personnes"
    )
    text = "Prie l’Office d’appliquer le Plan d’action mondial"
    assert codes(text, "fr") == []
    assert [each.code for each in cited_in(text, "fr", context=whole)] == ["GPA"]


# The paragraph does not name it, or names more than the table lists.
NOT_NAMED = {
    "S2 18": "the forms of exploitation are those of the Protocol, which is not named",
    "S4-III 1": "the duty is that of the Convention, which is not named",
    "S4-III 2": "the same",
    "S4-III 3": "the standards are followed, not named",
    "S4-III 11": "an earlier resolution that is not named",
    "S4-V 8": "cooperation under the Convention, which is not named",
    "S4-D Déc. I": "the statute is not named",
}
MORE = {
    "S2 2": {"UNTOC"},
    "S3 14": {"UNTOC"},
    "S4-I 1": {"UN-CHARTER"},
    "S4-IV 9": {"UN-CT-COMPACT"},
    "S4-D Déc. II": {"A/RES/70/1", "UNCAC", "UNTOC"},
    "S4-D Déc. 33/1": {"UNICRI-STATUTE"},
}


def named_in(row: Row) -> set[str]:
    found = cited_in(row.text, "fr", speaker=row.speaker, context=row.context)
    return {each.code for each in found if each.code}


def test_the_instruments_of_the_table_are_found_where_they_are_named() -> None:
    missing = {
        row.key for row in table().values()
        if set(row.cells["instruments"].split()) - named_in(row)
    }  # fmt: skip
    assert missing == set(NOT_NAMED)


def test_those_found_besides_are_known() -> None:
    more = {
        row.key: extra for row in table().values()
        if (extra := named_in(row) - set(row.cells["instruments"].split()))
    }  # fmt: skip
    assert more == MORE


@given(st.text(max_size=200), st.sampled_from(["fr", "en"]))
def test_no_text_makes_it_fail_and_every_name_is_where_it_says(text: str, language: str) -> None:
    for opening in ("Rappelant la Convention sur ", "Recalling resolutions 61/180 and ", ""):
        whole = opening + text
        for found in cited_in(whole, language):
            assert whole.startswith(found.name, found.start)
