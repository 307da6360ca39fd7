"""A dry run: what a file would bring, what is known here already, what is kept without a field."""

from dataclasses import dataclass, field
from uuid import UUID

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import require, unit_for
from amparo.audit.actions import record as log
from amparo.audit.names import name_of
from amparo.cases.finding.actions.lookups import digests
from amparo.cases.finding.queries import indexed_as
from amparo.cases.queries import references_of
from amparo.exchange.arriving.drafts import Draft, drafts, faults
from amparo.exchange.formats import Fault, read_package
from amparo.exchange.mapping import Field, standard
from amparo.exchange.queries import known_here
from amparo.exchange.records import Package
from amparo.people.models import User


@dataclass(frozen=True)
class Look:
    """`here`: record -> the file that it became when it came before; `alike`: record -> files of
    the same document, contact, or name and year, among those whose identity the reader may open.
    """

    package: Package
    drafts: list[Draft]
    faults: list[Fault]
    here: dict[str, str] = field(default_factory=dict)
    alike: dict[str, list[str]] = field(default_factory=dict)

    @property
    def new(self) -> list[Draft]:
        return [draft for draft in self.drafts if draft.record.id not in self.here]

    @property
    def fits(self) -> bool:
        return not self.faults and bool(self.new)

    @property
    def without_a_field(self) -> list[Field]:
        """The standard's fields that hold something and stand nowhere here."""
        filled = {code for draft in self.drafts for code, _ in draft.record.cells()}
        return [each for each in standard().fields.values() if each.code in filled and not each.way]

    @property
    def unknown(self) -> list[str]:
        return sorted(self.package.unknown())

    @property
    def unknown_tables(self) -> list[str]:
        return sorted(self.package.unknown_tables())


@action
def look_at(name: str, data: bytes, *, by: User, source: str, encoding: str) -> Look:
    """Read what was sent and say what would come of it; nothing is kept. Raises NotRead, Refused.

    The duplicates are looked for by blind indexes alone, among the files that `by` may open.
    """
    require(by, Act.OPEN_FILE)
    require(by, Act.WRITE_IDENTITY)
    package, wrong = read_package(name, data, encoding)
    found = drafts(package)
    here = _here(source, package, by)
    log("looked at files of another system", by=by, purpose="import")
    return Look(
        package=Package(source, package.records),
        drafts=found,
        faults=[*wrong, *faults(package, found)],
        here=here,
        alike={draft.record.id: like for draft in found if (like := _alike(draft, by))},
    )


def digest_of(source: str, number: str) -> UUID:
    """What is known of a record that came: nobody reads the number back from it."""
    return name_of(f"{source.strip().casefold()}\x1f{number.encode().hex()}").pk


def _here(source: str, package: Package, by: User) -> dict[str, str]:
    unit = unit_for(by, Act.OPEN_FILE)
    wanted = {digest_of(source, record.id): record.id for record in package.records}
    known = known_here(unit.pk, wanted)
    references = references_of(by, known.values())
    return {wanted[digest]: references.get(case, "") for digest, case in known.items()}


def _alike(draft: Draft, by: User) -> list[str]:
    found = {case for case, _ in indexed_as(digests(draft.facts.identity), by)}
    return sorted(references_of(by, found).values()) if found else []
