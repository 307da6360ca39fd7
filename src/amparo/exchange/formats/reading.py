"""What was sent, read with suspicion: the kind its name says, its size, its archive, its signs."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amparo.exchange.formats import archives, jsons, sheets
from amparo.exchange.formats.refusals import Fault, NotRead
from amparo.exchange.formats.writing import MAIN
from amparo.exchange.records import Package

# Of a file as it is sent, and the files of persons in it: more is a migration, not an exchange.
LARGEST, MOST_RECORDS = 5 * 1024 * 1024, 200
FOUND_OUT = ""
ENCODINGS: Mapping[str, str | Promise] = {
    FOUND_OUT: gettext_lazy("UTF-8 or UTF-16: found out by itself"),
    "cp1252": gettext_lazy("Windows, Western Europe (1252)"),
    "cp1250": gettext_lazy("Windows, Central Europe (1250)"),
    "cp1251": gettext_lazy("Windows, Cyrillic (1251)"),
    "cp1256": gettext_lazy("Windows, Arabic (1256)"),
}

# A table of another system goes out again as a sheet of that name: no name in it is ever a path.
TABLE = re.compile(r"\w[\w -]{0,59}")

Read = Callable[[bytes, str], tuple[Package, list[Fault]]]
READERS: Mapping[str, Read] = {
    "zip": archives.read,
    "json": jsons.read,
    "csv": sheets.read_alone,
}


def read_package(name: str, data: bytes, encoding: str = FOUND_OUT) -> tuple[Package, list[Fault]]:
    """The package, and what is wrong in single rows. Raises NotRead."""
    if len(data) > LARGEST:
        raise NotRead(
            _("The file is larger than %(most)s MB. Send it in several, or ask the bureau.")
            % {"most": LARGEST // 1024 // 1024}
        )
    kind = PurePosixPath(name).suffix.lower().lstrip(".")
    if kind not in READERS:
        raise NotRead(_("Send an archive (.zip), a sheet (.csv) or a JSON file (.json)."))
    if not data.strip():
        raise NotRead(_("The file is empty."))
    package, faults = READERS[kind](data, encoding)
    if not package.records and not faults:
        raise NotRead(_("There is no row in this file."))
    if len(package.records) > MOST_RECORDS:
        raise NotRead(
            _("There are more than %(most)s files in it. Send them in several.")
            % {"most": MOST_RECORDS}
        )
    return package, [*faults, *_misnamed(package)]


def _misnamed(package: Package) -> Iterator[Fault]:
    for name in dict.fromkeys(name for record in package.records for name in record.rows):
        if not TABLE.fullmatch(name) or name == MAIN:
            text = _("Give this sheet another name, of letters, digits, - and _ alone.")
            yield Fault(name, 0, "", "", text)
