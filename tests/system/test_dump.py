"""Whoever takes the database takes no name with it (security, what the vault is for)."""

from amparo.demo.load.sheets import sheet
from system.dump import dump_of, found_in
from system.serving import House

SEALED = "SELECT count(*) FROM cases_person WHERE given_name IS NOT NULL"


def names() -> set[str]:
    """Every name that a person of the demonstration may have, in every script."""
    sheet_ = sheet("names")
    written = [row[part] for row in sheet_["written"]["people"] for part in ("given", "family")]
    given = [name for row in sheet_["given"].values() for name in row]
    return {*given, *sheet_["family"]["any"], *written}


def test_no_name_stands_in_a_dump_of_the_demonstration(country: House) -> None:
    assert len(names()) > 200
    assert country.rows(SEALED)[0][0] >= 20, "nobody has a name here that could be found"
    assert found_in(dump_of(country), names()) == []


def test_the_search_finds_what_does_stand_in_a_dump(country: House) -> None:
    dump = dump_of(country)
    assert found_in(dump, ["Nestrelle, home for girls aged 12 to 17"])
    assert found_in(dump, ["nestrelle, HOME for girls"])


def test_the_search_finds_a_name_in_a_column_of_bytes_or_of_json() -> None:
    name = "Kokouvidé"
    for hidden in (name.encode().hex(), "kokouvid\\u00e9", "S29rb3V2aWTDqQ=="):
        assert found_in(f"COPY cases_person (id, given_name)\n{hidden}\n", [name])
