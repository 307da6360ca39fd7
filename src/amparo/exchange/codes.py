"""Codes of this country's lists in the words of the standard, and the other way round."""

from collections.abc import Iterable

from amparo.exchange.mapping import standard
from amparo.exchange.records import joined, parted
from amparo.people.codes import listed

# ISO 639-2 has two codes for some languages; our list holds the terminological ones.
BIBLIOGRAPHIC = {
    "alb": "sqi", "arm": "hye", "bur": "mya", "chi": "zho", "cze": "ces", "dut": "nld",
    "fre": "fra", "geo": "kat", "ger": "deu", "gre": "ell", "mac": "mkd", "may": "msa",
    "per": "fas", "rum": "ron", "slo": "slk", "tib": "bod",
}  # fmt: skip
UNKNOWN_SEX, OTHER_FORM = "U", "OTHER"
ISO = "iso639_3"


def said(name: str, code: str, map_: str = "htcds") -> str:
    """What the standard writes for a code of the list `name`; "" where it has no value for it."""
    codes = listed(name)
    return (codes.map(codes.counted(code), map_) or "") if code in codes else ""


def said_all(name: str, codes: Iterable[str], map_: str = "htcds") -> str:
    return joined(said(name, code, map_) for code in codes)


def language_out(code: str) -> str:
    """ISO 639-2 where the language has such a code, ISO 639-3 where it has only that."""
    return said("languages", code, ISO) or (code if len(code) == 3 else "")


def language_in(text: str) -> str:
    """A code of ours; "" for a language that the list does not have."""
    wanted = text.strip().lower()
    wanted = BIBLIOGRAPHIC.get(wanted, wanted)
    spoken = listed("languages")
    return next((c.code for c in spoken if wanted in (language_out(c.code), c.code)), "")


def sex_in(text: str) -> str:
    """The standard asks for gender: what says nothing sure of the sex leaves it unknown."""
    return next((c.code for c in listed("sex") if c.maps.get("htcds") == text.strip()), UNKNOWN_SEX)


def forms_in(text: str) -> list[str]:
    return list(dict.fromkeys(_form(value) for value in parted(text)))


def _form(value: str) -> str:
    takes = standard().takes
    if value in takes:
        return takes[value]
    forms = listed("forms")
    return next((c.code for c in forms if c.maps.get("htcds") == value), OTHER_FORM)
