"""The signs: 67 operational indicators of trafficking for labour, with how strong each one is.

Two lists share them, one for adults and one for children; a sign that a list leaves out has no
strength there. Source: ILO and European Commission, 2009. The two lists for sexual exploitation
are not carried: their strengths have not been read at the source.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from amparo.vocab.datafile import Entry, Text, once, read

DATA = Path(__file__).parent / "data" / "indicators"
STRENGTHS = ("strong", "medium", "weak")
ROUTES = ("adult", "child")


@dataclass(frozen=True)
class Sign:
    """One indicator; `strengths` gives its strength on each route that lists it."""

    code: str
    number: int
    dimension: str
    label: Text
    help: Text
    strengths: dict[str, str]


@dataclass(frozen=True)
class Dimension:
    code: str
    label: Text
    source: str
    serves: tuple[str, ...]
    signs: tuple[Sign, ...]


@dataclass(frozen=True)
class Indicators:
    """The six dimensions in the order of the source."""

    dimensions: dict[str, Dimension]
    signs: dict[str, Sign]

    def listed(self, route: str, dimension: str | None = None) -> tuple[Sign, ...]:
        """The signs on the list of `route` (adult, child), of one dimension or of all."""
        return tuple(
            sign
            for sign in self.signs.values()
            if route in sign.strengths and dimension in (None, sign.dimension)
        )


@cache
def load() -> Indicators:
    """All signs, checked; raises DataError that names the file and the sign at fault."""
    return read_folder(DATA)


def read_folder(folder: Path) -> Indicators:
    sheets = [read(file) for file in sorted(folder.glob("*.toml"))]
    once((sheet.text("code"), sheet) for sheet in sheets)
    once((entry.text("code"), entry) for sheet in sheets for entry in sheet.tables("sign"))
    dimensions = [_dimension(sheet) for sheet in sheets]
    signs = [sign for dimension in dimensions for sign in dimension.signs]
    return Indicators(
        dimensions={dimension.code: dimension for dimension in dimensions},
        signs={sign.code: sign for sign in signs},
    )


def _dimension(sheet: Entry) -> Dimension:
    code = sheet.text("code")
    dimension = Dimension(
        code=code,
        label=sheet.both(),
        source=sheet.text("source"),
        serves=sheet.cites("serves"),
        signs=tuple(_sign(entry, code) for entry in sheet.tables("sign")),
    )
    sheet.close()
    return dimension


def _sign(entry: Entry, dimension: str) -> Sign:
    strengths = {route: entry.one_of(route, STRENGTHS) for route in ROUTES if entry.has(route)}
    if not strengths:
        raise entry.error("adult", "a sign needs a strength on at least one list")
    sign = Sign(
        code=entry.text("code"),
        number=entry.number("number", least=1),
        dimension=dimension,
        label=entry.both(),
        help=entry.both("help"),
        strengths=strengths,
    )
    entry.close()
    return sign
