"""Which passwords are refused: those that are known to attackers, and those about oneself.

Length counts, no kind of character is asked for, nothing expires (ASVS 5.0, 6.2.5 and 6.2.10).
"""

import mmap
import re
import unicodedata
from functools import cache
from hashlib import sha1
from pathlib import Path

from django.conf import settings
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.utils.translation import gettext as _

from amparo.people.models import User

DIGEST = 40  # hexadecimal digits of a SHA-1 hash, with which a line of the file begins
RUNS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm",
        "azertyuiop", "qsdfghjklm", "wxcvbn", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
        "1q2w3e4r5t6y7u8i9o0p", "qawsedrftgyhujikolp")  # fmt: skip
FEW = 5  # a password with fewer different characters is a pattern


class BreachedFile:
    """Passwords known from leaks: lines "SHA-1:count" in the order of the hash, as published.

    Looked up where the file lies, by halving: nothing is read into memory, nothing leaves the
    house.
    """

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise ImproperlyConfigured(f"AMPARO_BREACHED_PASSWORDS: {path}: {error}") from error
        if not re.match(rb"[0-9A-Fa-f]{40}(:\d+)?\r?\n", self._bytes[: DIGEST + 30]):
            raise ImproperlyConfigured(
                f"AMPARO_BREACHED_PASSWORDS: {path}: the first line is no SHA-1 hash with a count."
            )

    def __contains__(self, password: str) -> bool:
        wanted = sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
        low, high = 0, len(self._bytes)
        while low < high:
            start, end = self._line((low + high) // 2)
            found = self._bytes[start : start + DIGEST].upper()
            if found == wanted:
                return True
            low, high = (end, high) if found < wanted else (low, start)
        return False

    def _line(self, inside: int) -> tuple[int, int]:
        """Where the line around this byte begins, and where the next one does."""
        start = self._bytes.rfind(b"\n", 0, inside) + 1
        end = self._bytes.find(b"\n", inside)
        return start, end + 1 if end >= 0 else len(self._bytes)


@cache
def breached_file(path: str) -> BreachedFile:
    return BreachedFile(Path(path))


@cache
def common() -> frozenset[str]:
    """The twenty thousand that Django ships; here they are looked for inside longer ones."""
    return frozenset(CommonPasswordValidator().passwords)


def plain(password: str) -> str:
    """Small letters and digits without accents: what is left when decoration is taken off."""
    text = unicodedata.normalize("NFKD", password).casefold()
    return "".join(letter for letter in text if letter.isalnum())


def is_patterned(password: str) -> bool:
    """Few characters, one piece again and again, or a walk along the keys."""
    text = plain(password)
    again = re.fullmatch(r"(.+?)\1+(.*)", text)
    repeated = again is not None and again[1].startswith(again[2])
    return len(set(text)) < FEW or repeated or _walks(text)


def _walks(text: str) -> bool:
    """Whether pieces of at least four neighbours of the keyboard make up the whole."""
    ways = [way for run in RUNS for way in (run * 2, run[::-1] * 2)]
    ends = {0}
    for start in range(len(text)):
        if start not in ends:
            continue
        longest = max(_run_at(text, start, way) for way in ways)
        ends.update(range(start + 4, start + longest + 1))
    return len(text) in ends


def _run_at(text: str, start: int, way: str) -> int:
    length = 0
    while start + length < len(text) and text[start : start + length + 1] in way:
        length += 1
    return length


def is_common(password: str) -> bool:
    """A common password, alone, twice over, or followed by figures to make it long."""
    text = plain(password)
    bare = text.strip("0123456789")
    halves = {text[: len(text) // 2], text[len(text) // 2 :]}
    return text in common() or bare in common() or halves <= common()


class Breached:
    """Refuses what an attacker tries first."""

    def validate(self, password: str, user: User | None = None) -> None:
        path = settings.BREACHED_PASSWORDS
        if path and password in breached_file(path):
            raise ValidationError(
                _("This password is known from a leak. Choose another one."), code="breached"
            )
        if is_common(password) or is_patterned(password):
            raise ValidationError(
                _("This password is too common, or a pattern. Choose words that belong together"
                  " for nobody but you."),
                code="password_too_common",
            )  # fmt: skip

    def get_help_text(self) -> str:
        return _("Several unrelated words are good. Nothing known from a leak, no pattern.")


class AboutOneself:
    """Refuses names of the person, of their unit and of the product."""

    def validate(self, password: str, user: User | None = None) -> None:
        text = plain(password)
        for word in words_about(user):
            rest = text.replace(word, "")
            if rest != text and len(rest) < LEAST_REST:
                raise ValidationError(
                    _("This password is too similar to your name, your address or your unit."),
                    code="password_too_similar",
                )

    def get_help_text(self) -> str:
        return _("Not made of your name, your address or your unit.")


LEAST_REST = 12  # characters that must be left when such a word is taken out
PRODUCT = ("amparo",)


def words_about(user: User | None) -> set[str]:
    if user is None:
        return set(PRODUCT)
    units = [membership.unit for membership in user.memberships.select_related("unit")]
    texts = [user.email, user.given_name, user.family_name, *PRODUCT]
    texts += [name for unit in units for name in (unit.name_en, unit.name_fr, unit.slug)]
    pieces = [piece for text in texts for piece in re.split(r"[\W_]+", text)]
    return {plain(piece) for piece in (*texts, *pieces) if len(plain(piece)) > 3}
