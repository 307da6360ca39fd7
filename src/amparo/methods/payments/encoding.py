"""From bytes to text: by the mark at the beginning, else UTF-8, else the code page it fits."""

import codecs

from amparo.methods.payments.kinds import Undecided, What

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
# What banks and offices still write: Western, with the euro sign in either place, Cyrillic, Arabic.
CODE_PAGES = ("cp1252", "iso8859_15", "cp1251", "cp1256")
# Central European differs from Western by letters that are common in both: somebody has to say it.
ENCODINGS = ("utf-8-sig", "utf-16-le", "utf-16-be", *CODE_PAGES, "cp1250")
# In one of two Western pages a byte is the euro sign or Œ, in the other a sign nobody pays with.
LATIN_9 = frozenset(b"\xa4\xa6\xa8\xb4\xb8\xbc\xbd\xbe")
WESTERN = ("cp1252", "iso8859_15")
SAMPLE = 256 * 1024


def decode(data: bytes, encoding: str = "") -> tuple[str, str]:
    """The text and the encoding it was read in. Raises Undecided."""
    if not data.strip(b"\0 \r\n\t"):
        raise Undecided(What.EMPTY)
    named = encoding or _by_mark(data) or _wide(data)
    text = _as(data, named or "utf-8")
    if text is not None:
        return text, named or "utf-8"
    if named:
        raise Undecided(What.ENCODING)
    page = _code_page(data)
    text = _as(data, page) if page else None
    if text is None:
        raise Undecided(What.ENCODING)
    return text, page


def _by_mark(data: bytes) -> str:
    return next((name for mark, name in MARKS if data.startswith(mark)), "")


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: in what is mostly digits and separators each second byte is 0."""
    sample = data[:4096]
    if b"\0" not in sample:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    return "utf-16-be" if even > odd else "utf-16-le"


def _as(data: bytes, encoding: str) -> str | None:
    """None where it does not fit, or fits by signs that no text has."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    strange = any(sign < " " and sign not in "\t\r\n\x0b\x0c" for sign in text)
    return None if strange or any("\x7f" <= sign <= "\x9f" for sign in text) else text.lstrip("﻿")


def _code_page(data: bytes) -> str:
    from charset_normalizer import from_bytes  # by the letters that stand side by side

    best = from_bytes(data[:SAMPLE], cp_isolation=list(CODE_PAGES)).best()
    if best is None:
        return ""
    if best.encoding not in WESTERN:
        return str(best.encoding)
    signs = frozenset(data)
    windows = any(0x80 <= sign <= 0x9F for sign in signs)
    return "iso8859_15" if not windows and signs & LATIN_9 else "cp1252"
