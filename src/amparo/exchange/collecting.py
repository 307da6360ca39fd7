"""A file as a record of the standard: ours where we have something to say, else the source's."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from amparo.cases.child.queries import recruitment_of
from amparo.cases.consents.queries import live_consents
from amparo.cases.decisions.queries import last_decision
from amparo.cases.machine import State, Track
from amparo.cases.models import Case, Status
from amparo.cases.queries import rows_of
from amparo.exchange import kept
from amparo.exchange.facts import Facts, taken, written
from amparo.exchange.mapping import FILES, Field, standard
from amparo.exchange.records import Record, Row
from amparo.exchange.statements import Source, stated, tables
from amparo.people.models import Unit
from amparo.people.queries import units_by_user
from amparo.referrals.models import OfferState
from amparo.referrals.queries import needs_of
from amparo.screening import questionnaire
from amparo.support.queries import goals_of

ALWAYS = "facts"
CONTACT = "amp_SafeContact"


def record_of(
    case: Case,
    *,
    identity: Mapping[str, str],
    accounts: list[str],
    held: Mapping[str, str],
    parts: Collection[str],
) -> Record:
    """`held`: what another system said and we keep; `parts`: what may leave, beside the facts."""
    source, allowed = source_of(case), {ALWAYS, *parts}
    facts = facts_of(case, identity)
    cells = kept.of_parts(held, allowed)
    untouched = bool(held) and case.identification == State.SIGNAL
    row = Sides(written(facts), stated(source), kept.fields_of(cells), untouched).row()
    theirs, ours = kept.tables_of(cells), tables(source, accounts)
    if untouched:
        ours = {"comments": ours.get("comments", [])}
    both = {name: [*ours.get(name, []), *theirs.get(name, [])] for name in (*ours, *theirs)}
    return Record(
        id=case.reference,
        fields=_allowed(row, allowed),
        rows={n: found for n, rows in both.items() if (found := _rows(rows, allowed))},
    )


def facts_of(case: Case, identity: Mapping[str, str]) -> Facts:
    return Facts(
        identity=identity,
        sex=case.sex,
        age_status=case.age_status,
        languages=tuple(case.languages),
        dependants=case.dependants,
        forms=tuple(case.forms),
        region=case.region,
    )


def source_of(case: Case) -> Source:
    answers = case.screening.answers if case.screening else {}
    needs = tuple(needs_of(case).oldest_first().with_offers())
    offers = [offer for need in needs for offer in need.offers.all()]
    found = recruitment_of(case)
    return Source(
        case=case,
        closed_for=_closed_for(case),
        decider=_decider(case),
        marks=questionnaire.load().marks(answers) if answers else {},
        acts=tuple(a for a in answers.get("how-it-began") or () if a not in questionnaire.NEITHER),
        way=found.way if found else "",
        consents=live_consents(case).exists(),
        needs=needs,
        placed=tuple(offer for offer in offers if offer.state == OfferState.ACCEPTED),
        goals=tuple(goals_of(case)),
    )


def _closed_for(case: Case) -> str:
    if case.identification != State.CLOSED:
        return ""
    steps = rows_of(Status, case).filter(track=Track.IDENTIFICATION).order_by("number")
    last = steps.last()
    return last.reason if last else ""


def _decider(case: Case) -> Unit | None:
    decision = last_decision(case)
    units = units_by_user([decision.by_id]).get(decision.by_id, []) if decision else []
    return units[0] if units else None


@dataclass(frozen=True)
class Sides:
    """The row of a file as we would write it, as we decided, and as the source wrote it.

    `untouched`: nobody has done anything with the file since it came.
    """

    ours: Row
    said: Row
    theirs: Row
    untouched: bool

    def row(self) -> Row:
        """What the source said stands while the file is as it came, or still says the same."""
        cells = {field.code: self._cell(field) for field in standard().of_table(FILES)}
        found = {code: text for code, text in cells.items() if text}
        return {**self.theirs, **found}

    def _cell(self, field: Field) -> str:
        own = (self.ours | self.said).get(field.code, "")
        given = self.theirs.get(field.code, "")
        if not given or not field.way:
            return given or own
        if field.way == "out":
            return given if self.untouched or not own else own
        return given if self._still_says(field, given) else own

    def _still_says(self, field: Field, given: str) -> bool:
        """Whether what the source wrote would be taken today as what the file says now."""
        if field.way == "in":
            return given in self.ours.get(CONTACT, "")
        again = written(taken({**self.ours, **self.theirs}))
        return again.get(field.code, "") == self.ours.get(field.code, "")


def _allowed(row: Row, parts: Collection[str]) -> Row:
    return {code: text for code, text in row.items() if kept.part_of(code) in parts}


def _rows(rows: list[Row], parts: Collection[str]) -> list[Row]:
    found = (_allowed(row, parts) for row in rows)
    return [row for row in found if row]
