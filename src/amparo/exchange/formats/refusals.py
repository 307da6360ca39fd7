from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from amparo.methods.tables import refusals
from amparo.methods.tables.refusals import Why, told

LIE = _("The content of the file is not what its name says.")
SENTENCES: Mapping[Why, Promise] = {
    Why.LIE: LIE,
    Why.BROKEN: _("The archive is broken."),
    Why.PASSWORD: _("The archive asks for a password. Send it without one, or as JSON."),
    Why.BOMB: _("The archive holds more than this kind of file ever does."),
    Why.TWICE: _("The archive holds two files of the same name."),
    Why.LETTERS: _(
        "The letters of this file cannot be read in that way. Choose how the file was"
        " written, or save it as UTF-8."
    ),
    Why.QUOTES: _(
        "A sheet cannot be read as one: a quotation mark is missing, or a cell is too long."
    ),
}


class NotRead(Exception):
    """The file as a whole is not taken, and the sentence says why and what to do."""


@dataclass(frozen=True)
class Fault:
    """What is wrong in one row and what to do; `field` is "" where the whole row is meant.

    `case`: the sending system's name for the file, as far as the row has one.
    """

    table: str
    row: int
    case: str
    field: str
    text: str


@contextmanager
def in_words() -> Iterator[None]:
    """What the readers of any file refuse, with this room's sentence for it."""
    try:
        yield
    except refusals.NotRead as refused:
        raise NotRead(told(SENTENCES, refused)) from refused
