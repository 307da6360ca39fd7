"""What a record would become here, and what is wrong with it: row, field, what to do."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from amparo.exchange import codes, kept
from amparo.exchange.facts import Facts, taken, written
from amparo.exchange.formats import Fault
from amparo.exchange.mapping import FILES, standard
from amparo.exchange.records import Package, Record, parted
from amparo.methods import clock
from amparo.people.country import day_of

LONGEST = {"safe_contact": 500, "birth_date": 20}
LONGEST_NAME, LONGEST_TEXT = 200, 20_000
COMMENT = "cco_CaseComment"


@dataclass(frozen=True)
class Note:
    """What is taken as something else than it says; the cell itself is kept as it came."""

    field: str
    cell: str
    text: str


@dataclass(frozen=True)
class Draft:
    record: Record
    facts: Facts
    accounts: tuple[str, ...]
    notes: tuple[Note, ...]

    def left_over(self, *parts: str) -> dict[str, str]:
        """What no field here holds, of these parts."""
        return kept.of_parts(kept.left_over(self.record, written(self.facts)), parts)


def drafts(package: Package) -> list[Draft]:
    return [_draft(record) for record in package.records]


def _draft(record: Record) -> Draft:
    accounts = [row.get(COMMENT, "") for row in record.rows.get("comments", [])]
    return Draft(
        record=record,
        facts=taken(record.fields),
        accounts=tuple(text for text in accounts if text.strip()),
        notes=tuple(_notes(record)),
    )


def _notes(record: Record) -> Iterator[Note]:
    """Codes that no list knows: they are not lost, and nobody is told less than there is."""
    cells = record.fields
    for code in ("prs_PrimaryLanguage", "prs_SecondaryLanguage"):
        text = cells.get(code, "")
        if text and not codes.language_in(text):
            yield Note(code, text, _("An unknown language: kept as it is written, in no list."))
    gender = standard().fields["prs_Gender"]
    if (text := cells.get("prs_Gender", "")) and text not in gender.values:
        yield Note("prs_Gender", text, _("An unknown code: taken as not known."))
    forms = standard().fields["vic_TypeOfExploitation"]
    for text in parted(cells.get(forms.code, "")):
        if text not in forms.values:
            yield Note(forms.code, text, _("An unknown code: taken as another form."))


def faults(package: Package, found: list[Draft]) -> list[Fault]:
    """What must be mended before anything is brought in."""
    named = Counter(draft.record.id for draft in found)
    return [
        Fault(table, row, draft.record.id, field, text)
        for row, draft in enumerate(found, start=2)
        for table, field, text in _wrong(draft, named)
    ]


def _wrong(draft: Draft, named: Counter[str]) -> Iterator[tuple[str, str, str]]:
    record = draft.record
    if named[record.id] > 1:
        yield FILES, "case", _("Two rows have the same file. Leave one of them.")
    if text := _birth(record.fields.get("prs_Birthdate", "").strip()):
        yield FILES, "prs_Birthdate", text
    for name, text in draft.facts.identity.items():
        most = LONGEST.get(name, LONGEST_NAME)
        if len(text) > most:
            yield FILES, name, _("Shorten it to %(most)s signs.") % {"most": most}
    if any(len(text) > LONGEST_TEXT for text in draft.accounts):
        yield (
            "comments",
            COMMENT,
            _("Divide the text: it is longer than %(most)s signs.") % {"most": LONGEST_TEXT},
        )
    dependants = record.fields.get("amp_Dependants", "").strip()
    if dependants and dependants != str(draft.facts.dependants):
        yield FILES, "amp_Dependants", _("Write a number from 0 to 20.")


def _birth(text: str) -> str:
    if not text:
        return ""
    try:
        born = date.fromisoformat(text)
    except ValueError:
        return _("Write the day as 2004-02-29, or leave it empty if it is not sure.")
    if born > day_of(clock.now()):
        return _("Nobody is born after today: check the year.")
    return ""
