from dataclasses import dataclass

from amparo.cases.finding.actions.finding import Found
from amparo.cases.finding.words import FOUND_BY
from amparo.cases.models import Case


@dataclass(frozen=True)
class FoundRow:
    case: Case
    why: str


def found_rows(found: Found) -> list[FoundRow]:
    """Each file with its reasons in words; a name is in none of them."""
    return [
        FoundRow(hit.case, ", ".join(str(FOUND_BY[reason]) for reason in hit.why))
        for hit in found.hits
    ]
