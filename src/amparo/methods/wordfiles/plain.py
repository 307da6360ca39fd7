"""From bytes to text: by the mark at the beginning, else UTF-8, else the Western code page."""

import codecs

from .refusals import broken

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_SAMPLE = 4096


def text_of(content: bytes) -> str:
    text = decoded(content)
    if "\0" in text:
        raise broken()
    return text


def decoded(content: bytes) -> str:
    """What fits no encoding is kept as U+FFFD: one wrong byte is no reason to lose a text."""
    named = next((name for mark, name in MARKS if content.startswith(mark)), "") or _wide(content)
    if named:
        return content.decode(named, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode(_western(content), errors="replace")


def _wide(content: bytes) -> str:
    """UTF-16 without its mark: in Latin letters each second byte is 0."""
    sample = content[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 4 < len(sample):
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _western(content: bytes) -> str:
    """UTF-8 with a few broken bytes is still UTF-8: the code page has no run of its pairs."""
    kept = content.decode("utf-8", errors="ignore")
    return "utf-8" if any(sign > "\x7f" for sign in kept) else "cp1252"
