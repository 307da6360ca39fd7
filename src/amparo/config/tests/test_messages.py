"""Messages are found in Python and templates, kept with their translations, and compiled."""

import gettext
import os
from pathlib import Path
from textwrap import dedent

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import write_po
from pytest_django import Settings

from amparo.config import messages

PYTHON = """
    from django.utils.translation import gettext as _, gettext_lazy, ngettext, pgettext

    LABEL = gettext_lazy("A label")


    def said(count: int) -> str:
        plain = _("A plain sentence.")
        named = _("%(who)s came at %(hour)s.") % {"who": plain, "hour": count}
        broken = _("A sentence that "
                   "goes on.")
        many = ngettext("%(n)s file", "%(n)s files", count)
        return plain + named + broken + many + pgettext("month", "May") + "Not marked"
"""
TEMPLATE = """
    {% load i18n %}
    <h1>{% translate "A heading" %}</h1>
        {% blocktranslate trimmed with who=person.name %}
          Written by
          {{ who }}.
        {% endblocktranslate %}
    {% blocktranslate trimmed count n=rows %}{{ n }} row
    {% plural %}{{ n }} rows{% endblocktranslate %}
    <p>{% translate "May" context "verb" %} Not marked</p>
    <button title="{% translate 'In an attribute' %}">{% notice _("In a tag") %}</button>
"""
FOUND = {
    "A label", "A plain sentence.", "%(who)s came at %(hour)s.", "A sentence that goes on.",
    ("%(n)s file", "%(n)s files"), "May", "A heading", "Written by %(who)s.",
    ("%(n)s row", "%(n)s rows"), "In an attribute", "In a tag",
}  # fmt: skip


@pytest.fixture
def room(settings: Settings, tmp_path: Path) -> Path:
    settings.PACKAGE = tmp_path
    folder = tmp_path / "letters"
    write(folder / "apps.py", "")
    write(folder / "views.py", PYTHON)
    write(folder / "templates" / "letters" / "page.html", TEMPLATE)
    return folder


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dedent(text), encoding="utf-8")


def found(room: Path) -> list[Message]:
    return [message for message in messages.template(room) if message.id]


def test_every_marked_sentence_is_found_and_no_other(room: Path) -> None:
    assert {_key(message) for message in found(room)} == FOUND


def _key(message: Message) -> str | tuple[str, ...]:
    return message.id if isinstance(message.id, str) else tuple(message.id)


def test_one_word_in_two_senses_is_two_messages(room: Path) -> None:
    assert {message.context for message in found(room) if message.id == "May"} == {"month", "verb"}


def test_a_message_with_named_placeholders_is_known_as_one(room: Path) -> None:
    known = {_key(message): message.python_format for message in found(room)}
    assert known["%(who)s came at %(hour)s."]
    assert known["Written by %(who)s."]
    assert known["%(n)s file", "%(n)s files"]
    assert not known["A plain sentence."]


def test_each_message_says_in_which_file_it_stands(room: Path) -> None:
    where = {_key(message): [file for file, _ in message.locations] for message in found(room)}
    assert where["A heading"] == ["letters/templates/letters/page.html"]
    assert where["A label"] == ["letters/views.py"]


@pytest.mark.parametrize("folder", ["tests", "migrations"])
def test_tests_and_migrations_are_left_out(folder: str, room: Path) -> None:
    write(room / folder / "more.py", 'from django.utils.translation import gettext as _\n_("More")')
    assert "More" not in {message.id for message in found(room)}


def test_a_room_is_a_folder_with_an_app(room: Path) -> None:
    write(room.parent / "no_room" / "views.py", PYTHON)
    assert messages.rooms() == [room]


def translate(path: Path, sentence: str, translation: str) -> None:
    catalogue = messages.load(path, "fr")
    message = catalogue.get(sentence)
    assert message is not None
    message.string = translation
    with path.open("wb") as file:
        write_po(file, catalogue, width=100)


def test_bringing_up_to_date_keeps_what_was_translated_and_drops_what_is_no_longer_said(
    room: Path,
) -> None:
    messages.update(room, "fr")
    path = messages.catalogue(room, "fr")
    translate(path, "A label", "Une étiquette")
    translate(path, "A plain sentence.", "Une phrase.")
    write(room / "views.py", PYTHON.replace("A plain sentence.", "Another sentence."))
    messages.update(room, "fr")
    after = messages.load(path, "fr")
    kept, added = after.get("A label"), after.get("Another sentence.")
    assert kept is not None and kept.string == "Une étiquette"
    assert added is not None and not added.string
    assert after.get("A plain sentence.") is None
    assert "Une phrase." not in path.read_text(encoding="utf-8")


def test_bringing_up_to_date_twice_changes_nothing(room: Path) -> None:
    messages.update(room, "fr")
    path = messages.catalogue(room, "fr")
    first = path.read_bytes()
    messages.update(room, "fr")
    assert path.read_bytes() == first


def test_a_room_that_says_nothing_has_no_catalogue(room: Path) -> None:
    messages.update(room, "fr")
    for path in (*room.rglob("*.py"), *room.rglob("*.html")):
        path.write_text("")
    messages.update(room, "fr")
    assert not messages.catalogue(room, "fr").exists()


def test_what_is_compiled_says_the_translation(room: Path) -> None:
    messages.update(room, "fr")
    path = messages.catalogue(room, "fr")
    translate(path, "%(who)s came at %(hour)s.", "%(who)s est venu à %(hour)s.")
    assert messages.compile_stale() == 1
    with path.with_suffix(".mo").open("rb") as file:
        french = gettext.GNUTranslations(file)
    assert french.gettext("%(who)s came at %(hour)s.") == "%(who)s est venu à %(hour)s."
    assert french.gettext("A label") == "A label"


def test_only_what_is_newer_than_its_compiled_form_is_compiled(room: Path) -> None:
    messages.update(room, "fr")
    assert [messages.compile_stale(), messages.compile_stale()] == [1, 0]
    path = messages.catalogue(room, "fr")
    later = path.with_suffix(".mo").stat().st_mtime + 10
    os.utime(path, (later, later))
    assert messages.compile_stale() == 1


def test_a_catalogue_that_cannot_be_compiled_leaves_the_one_before(room: Path) -> None:
    messages.update(room, "fr")
    messages.compile_stale()
    path = messages.catalogue(room, "fr")
    before = path.with_suffix(".mo").read_bytes()
    path.write_bytes(b'msgid "A label"\nmsgstr "\xff\xfe"\n')
    later = path.with_suffix(".mo").stat().st_mtime + 10
    os.utime(path, (later, later))
    with pytest.raises(UnicodeDecodeError):
        messages.compile_stale()
    assert path.with_suffix(".mo").read_bytes() == before
    assert len(list(path.parent.iterdir())) == 2, "nothing half written stays"
