"""One of several people who were found together, as somebody wrote them down on a telephone."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from amparo.methods.sameness.births import birth


@dataclass(frozen=True)
class Found:
    name: str = ""
    born: str = ""

    def identity(self) -> Mapping[str, str]:
        """The last word as the family's name: which is which is put right in the file."""
        given, _space, family = self.name.rpartition(" ")
        return {"given_name": given, "family_name": family, "birth_date": self.born}


def read(text: str) -> list[Found]:
    """One a line: a name and, after a comma, the birth. Raises ValueError with what is wrong."""
    return [_person(line) for line in text.splitlines() if line.strip()]


def _person(line: str) -> Found:
    name, _comma, born = (part.strip() for part in line.partition(","))
    if born and birth(born) is None:
        raise ValueError(
            _("“%(born)s” is no date: write 2004-02-29, or the year alone, or 2004~ for about.")
            % {"born": born}
        )
    return Found(" ".join(name.split()), born)
