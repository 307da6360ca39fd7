"""Plain text: UTF-8 without control characters; the copy has no hidden mark and one line ending."""

import re
import unicodedata

from amparo.methods.uploads.kinds import Kind, NotTaken, Reason

CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
# Marks that are not seen and change no letter: they can hide words, turn them round, or tell one
# copy from another. Joiners stay, which Persian and the Indic scripts are written with.
UNSEEN = re.compile("[\u200b\u202a-\u202e\u2060-\u2064\ufeff\u00ad\U000e0000-\U000e007f]")


def check(kind: Kind, data: bytes) -> None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotTaken(Reason.CONTENT) from error
    if CONTROL.search(text) or text.startswith("%PDF-"):
        raise NotTaken(Reason.CONTENT)


def clean(kind: Kind, data: bytes) -> bytes:
    text = unicodedata.normalize("NFC", UNSEEN.sub("", data.decode("utf-8")))
    return "\n".join(text.splitlines()).encode() + b"\n"
