"""Bytes as text: found out where the bytes say it themselves, asked for where they do not."""

import codecs

from amparo.methods.tables.refusals import NotRead, Why

# What a file of another kind begins with, whatever its name says.
OTHER_KINDS = (b"PK\x03\x04", b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"\xd0\xcf\x11\xe0", b"MZ")
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decoded(data: bytes, encoding: str = "") -> str:
    """Raises NotRead."""
    if data.startswith(OTHER_KINDS):
        raise NotRead(Why.LIE)
    try:
        text = data.decode(_found_out(data) or encoding or "utf-8")
    except UnicodeDecodeError as error:
        raise NotRead(Why.LETTERS) from error
    if "\0" in text:
        raise NotRead(Why.LIE)
    return text


def _found_out(data: bytes) -> str:
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    return "utf-16" if data.startswith(UTF_16) else ""
