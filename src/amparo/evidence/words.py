from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from amparo.design.parts import Tone, Words
from amparo.methods.elements import Element, Stands
from amparo.methods.payments import Field, Order, What

ELEMENTS: Mapping[str, Words] = {
    Element.ACT: _("Act: what was done to bring the person there"),
    Element.MEANS: _("Means: how the person was made to"),
    Element.PURPOSE: _("Purpose: the exploitation"),
}
STANDS: Mapping[Stands, Words] = {
    Stands.ALONE: _("stands without the person’s testimony"),
    Stands.TESTIMONY: _("rests on what the person said alone"),
    Stands.MISSING: _("nothing yet"),
    Stands.NOT_NEEDED: _("not required: the person was a child"),
}
TONES: Mapping[Stands, Tone] = {
    Stands.ALONE: "good", Stands.TESTIMONY: "warn", Stands.MISSING: "warn",
    Stands.NOT_NEEDED: "plain",
}  # fmt: skip
KINDS: Mapping[str, Words] = {
    "jpeg": _("JPEG picture"), "png": _("PNG picture"), "gif": _("GIF picture"),
    "webp": _("WebP picture"), "tiff": _("TIFF picture"), "bmp": _("BMP picture"),
    "media": _("video, sound or picture of a telephone (MP4 and its kin)"),
    "matroska": _("Matroska or WebM video"), "avi": _("AVI video"), "wav": _("WAV sound"),
    "ogg": _("Ogg sound or video"), "flac": _("FLAC sound"), "amr": _("AMR sound"),
    "mp3": _("MP3 sound"), "aac": _("AAC sound"), "pdf": _("PDF document"),
    "zip": _("ZIP archive, or a document or extraction packed as one"),
    "office": _("older Office document or message"), "rtf": _("RTF document"),
    "mailbox": _("Outlook mailbox"), "sqlite": _("SQLite database"), "gzip": _("gzip archive"),
    "7z": _("7-Zip archive"), "rar": _("RAR archive"), "tar": _("tar archive"),
    "disk_image": _("forensic image of a disk"), "capture": _("capture of network traffic"),
    "plist": _("property list"), "program": _("program"), "text": _("text or table as text"),
    "unknown": _("unknown, kept as it is"),
}  # fmt: skip
FIELDS: Mapping[Field, Words] = {
    Field.DATE: _("Date"), Field.AMOUNT: _("Amount"), Field.DEBIT: _("Debit"),
    Field.CREDIT: _("Credit"), Field.CURRENCY: _("Currency"), Field.PAYER: _("Who pays"),
    Field.PAYEE: _("Who is paid"), Field.COUNTERPARTY: _("The other account"),
}  # fmt: skip
ORDERS: Mapping[Order, Words] = {
    Order.DMY: _("day, month, year"), Order.MDY: _("month, day, year"),
    Order.YMD: _("year, month, day"),
}  # fmt: skip
ENCODINGS: Mapping[str, Words] = {
    "utf-8-sig": "UTF-8", "utf-16-le": "UTF-16 LE", "utf-16-be": "UTF-16 BE",
    "cp1252": _("Western (Windows-1252)"), "iso8859_15": _("Western with euro (ISO-8859-15)"),
    "cp1251": _("Cyrillic (Windows-1251)"), "cp1256": _("Arabic (Windows-1256)"),
    "cp1250": _("Central European (Windows-1250)"),
}  # fmt: skip
# What a file of payments leaves open: the sentence, and the field of the form that settles it.
UNDECIDED: Mapping[What, tuple[Words, str]] = {
    What.EMPTY: (_("There is no line of payments in this file."), ""),
    What.ENCODING: (_("The letters of this file cannot be told. Choose its encoding."), "encoding"),
    What.LINES: (_("This line begins a cell that never ends, or there are too many lines."), ""),
    What.COLUMNS: (
        _("Not every column can be told by its name. Say which one is: %(fields)s."), "",
    ),
    What.DATES_OPEN: (
        _("The dates can be read in two ways. Say in which order they stand."), "order",
    ),
    What.DATES_MIXED: (
        _("The dates stand in more than one order. Say which one is meant: the lines in another"
          " order will be named."), "order",
    ),
    What.DECIMALS: (
        _("1,234 may be a thousand or a bit more than one. Say what begins the decimals."),
        "decimal",
    ),
    What.CURRENCY: (_("The file does not say in which currency it is. Name it."), "currency"),
    What.OWNER: (_("This is a statement of one account. Say whose it is."), "owner"),
}  # fmt: skip
