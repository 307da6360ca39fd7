"""What is said of a file, of a row of it and of what became of it."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from amparo.design.parts import Tone
from amparo.directory.imports.columns import Sure
from amparo.directory.imports.models import Deed, State
from amparo.directory.imports.values import Wrong
from amparo.methods.tables.refusals import Why

# Of the file as a whole.
REFUSALS: Mapping[Why, Promise] = {
    Why.KIND: _("Send a sheet (.csv), a workbook (.xlsx), JSON (.json) or a Data Package (.zip)."),
    Why.SIZE: _("The file is larger than %(most)s MB. Send it in several."),
    Why.EMPTY: _("There is no service in this file."),
    Why.LIE: _("The content of the file is not what its name says."),
    Why.LETTERS: _(
        "The letters of this file cannot be read in that way. Choose how the file was written, or"
        " save it as UTF-8."
    ),
    Why.BROKEN: _("The file is broken. Save it anew where it comes from."),
    Why.PASSWORD: _("The file asks for a password. Send it without one."),
    Why.BOMB: _("The file unpacks to more than a directory ever holds. Save its rows as CSV."),
    Why.TWICE: _("The archive holds two files of the same name."),
    Why.QUOTES: _(
        "The sheet cannot be read as one: a quotation mark is missing, or a cell is too long."
    ),
    Why.COLUMNS: _("Two columns have the same name."),
    Why.HEADINGS: _("The first row must name the columns."),
    Why.WIDE: _("There are more than %(most)s columns. Leave out what is no service’s."),
    Why.ROWS: _("There are more than %(most)s rows. Send them in several files."),
    Why.SHEET: _("The workbook has no sheet of that name."),
    Why.NOUNS: _("No list of services stands in it, as HSDS 3.1 has them."),
}
# What to do about a row; the last ones do not stop it.
FAULTS: Mapping[str, Promise] = {
    Wrong.MISSING: _("Fill it in: no service stands without it."),
    Wrong.CODE: _("Write a code or a name that the list here has."),
    Wrong.NUMBER: _("Write a whole number that fits."),
    Wrong.FLAG: _("Write yes or no."),
    Wrong.DAY: _("Write the day as 2027-02-28."),
    Wrong.LONG: _("Shorten it: it is longer than is kept."),
    Wrong.SIGNS: _("Take out the signs that cannot be seen."),
    Wrong.HOURS: _("Write the hours as MO TU WE 08:00-18:00, several parted by a semicolon."),
    Wrong.DEGREES: _("Write degrees as 48.8566; south and west have a minus."),
    Wrong.HALF: _("Write both degrees, or neither."),
    Wrong.CELLS: _(
        "The row has more cells than there are columns: put quotation marks round texts."
    ),
    Wrong.AGES: _("The lowest age is above the highest."),
    Wrong.AGES_THERE: _("With the other age that stands here, the lowest is above the highest."),
    Wrong.FREE: _("There are more places free than places in all: write both."),
    Wrong.TWICE: _("Two rows are the same service. Leave one, or give them different numbers."),
    Wrong.CLAIMED: _("A row before it is the same service already. Leave one of them."),
    Wrong.UNIT: _("No unit that runs services has this short name. Leave it empty, or ask for it."),
    Wrong.UNITS: _("The organisation has several units: write which one runs it."),
    Wrong.FREE_THERE: _("The house says that more places are free than that. Ask it first."),
    Wrong.HIDDEN: _(
        "The place is confidential: where it is was not taken. The house writes it itself."
    ),
    Wrong.OPENNESS: _(
        "Whether the place is confidential stays as it is here: a file does not say."
    ),
    Wrong.RUN_BY: _("Another unit runs it here. That stays as it is."),
}
STATES: Mapping[str, tuple[Promise, Tone]] = {
    State.READ: (_("columns missing"), "warn"),
    State.CHECKED: (_("looked at"), "info"),
    State.WRITING: (_("being brought in"), "info"),
    State.DONE: (_("brought in"), "good"),
    State.UNDOING: (_("being taken back"), "info"),
    State.UNDONE: (_("taken back"), "plain"),
    State.FAILED: (_("stopped"), "danger"),
}
DEEDS: Mapping[str, Promise] = {
    Deed.NEW: _("new"),
    Deed.UPDATE: _("updated"),
    Deed.SAME: _("unchanged"),
    Deed.REFUSE: _("refused"),
}
SURE: Mapping[str, Promise] = {
    Sure.NAME: _("By its name."),
    Sure.BEFORE: _("As it was said for the last file of this source."),
    Sure.ALIKE: _("Perhaps: the name is nearly the same. Its content was not kept yet."),
    Sure.UNKNOWN: _("Not known. Its content was not kept."),
}
STOPPED: Mapping[str, Promise] = {
    "write": _("Something stopped it, and nothing was brought in. Begin again."),
    "undo": _("Something stopped it, and nothing was taken back. Begin again."),
}


def counted(deed: Deed, n: int) -> str:
    """So many of them, still to be filled in as `n`."""
    return {
        Deed.NEW: ngettext("%(n)s new", "%(n)s new", n),
        Deed.UPDATE: ngettext("%(n)s updated", "%(n)s updated", n),
        Deed.SAME: ngettext("%(n)s unchanged", "%(n)s unchanged", n),
        Deed.REFUSE: ngettext("%(n)s refused", "%(n)s refused", n),
    }[deed]
