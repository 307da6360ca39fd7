"""Asked for, agreed to, taken; looked at, brought in: by the actions that a click calls."""

from collections.abc import Mapping
from uuid import UUID, uuid4

from amparo.access.acting import acting_as
from amparo.access.two_persons import approve
from amparo.cases.consents.actions import record_ground
from amparo.cases.models import Case
from amparo.exchange.arriving.bringing import bring_in
from amparo.exchange.arriving.looking import Look, look_at
from amparo.exchange.formats import as_archive, as_json
from amparo.exchange.leaving import CODE, package_of
from amparo.exchange.queries import files_of
from amparo.exchange.records import Package
from amparo.people.models import User
from amparo.rights.copy_exports.actions import ask_for_copy
from amparo.rights.copy_exports.queries import export_with
from amparo.rights.models import CopyExport
from support.cast import Cast

SOURCE = "Centre of Corvane"
WRITERS = {"zip": as_archive, "json": as_json}


def agreed(
    case: Case, cast: Cast, *, by: User | None = None, left_out: Mapping[str, str] | None = None
) -> CopyExport:
    """What the manager may take, once the coordinator has agreed to it."""
    asks = by or cast.manager_a
    record_ground(case, by=asks, purpose="abroad", ground="legal_duty")
    proposal = ask_for_copy(
        case, by=asks, recipient="other_country", proof="request", language="en",
        left_out=left_out or {}, reason="They go on with it there.", shape=CODE,
    )  # fmt: skip
    approve(proposal, by=cast.coordinator)
    with acting_as(asks):
        row = export_with(proposal.subject)
        assert row
        return row


def sent(
    case: Case, cast: Cast, *, by: User | None = None, left_out: Mapping[str, str] | None = None
) -> Package:
    asks = by or cast.manager_a
    row = agreed(case, cast, by=asks, left_out=left_out)
    with acting_as(asks):
        return package_of(row, by=asks)


def looked(package: Package, by: User, kind: str = "zip", source: str = SOURCE) -> Look:
    return look_at(f"records.{kind}", WRITERS[kind](package), by=by, source=source, encoding="")


def brought(look: Look, by: User, key: UUID | None = None) -> list[Case]:
    batch = bring_in(look, by=by, key=key or uuid4())
    with acting_as(by):
        return files_of(batch, by)
