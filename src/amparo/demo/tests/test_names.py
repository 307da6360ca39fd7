"""The names of the persons concerned: a dump of the database is searched for each of them."""

import pydoc_data.topics
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import allauth
import django
from babel import Locale
from babel.messages.mofile import read_mo

from amparo.demo.tests.sources import DATA, DEMO, NAMES

GIVEN = [name for names in NAMES["given"].values() for name in names]
FAMILY = NAMES["family"]["any"]
WRITTEN = NAMES["written"]["people"]
PARTS = ("given", "family", "given_latin", "family_latin")
EVERY_NAME = [*GIVEN, *FAMILY, *(row[part] for row in WRITTEN for part in PARTS)]


def fold(text: str) -> str:
    """Without capitals and accents, as somebody who searches a dump would try it."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


def test_there_are_names_enough_and_each_is_long_and_unlike_the_others() -> None:
    assert (len(GIVEN) >= 120, len(FAMILY) >= 160, len(WRITTEN) >= 20) == (True, True, True)
    folded = [fold(name) for name in EVERY_NAME]
    assert len(set(folded)) == len(folded)
    assert min(map(len, folded)) >= 5
    assert {row["script"] for row in WRITTEN} == {"Arab", "Cyrl", "Ethi"}


def common_text() -> Iterator[str]:
    """Everyday English and French, and all that the product or its libraries say to people."""
    yield from pydoc_data.topics.topics.values()
    for language in ("en", "fr"):
        locale = Locale(language)
        for table in (locale.languages, locale.territories, locale.currencies):
            yield from table.values()
    for folder in (django.__path__[0], allauth.__path__[0]):
        for file in sorted(Path(folder).rglob("locale/fr/LC_MESSAGES/*.mo")):
            yield from sentences(file)


def sentences(compiled: Path) -> Iterator[str]:
    with compiled.open("rb") as file:
        for message in read_mo(file):
            yield f"{message.id} {message.string}"


def product_text() -> Iterator[str]:
    for pattern in ("**/*.html", "**/*.toml", "**/*.po", "**/*.txt"):
        for file in sorted(DEMO.parent.glob(pattern)):
            if file != DATA / "names.toml":
                yield file.read_text(encoding="utf-8")


def test_no_name_of_a_person_concerned_occurs_anywhere_else() -> None:
    texts = [fold(text) for text in (*common_text(), *product_text())]
    assert len("".join(texts)) > 500_000
    everything = "\n".join(texts)
    assert [name for name in EVERY_NAME if fold(name) in everything] == []
