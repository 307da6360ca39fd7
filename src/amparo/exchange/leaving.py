"""A file as records of the standard: the same two persons and the same basis as a copy on paper."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy

from amparo.cases.actions.opening import Columns, open_identity, open_texts
from amparo.cases.models import Account
from amparo.exchange import kept
from amparo.exchange.collecting import record_of
from amparo.exchange.formats import as_archive
from amparo.exchange.formats.writing import KEY
from amparo.exchange.models import Origin
from amparo.exchange.queries import origin_of
from amparo.exchange.records import Package
from amparo.people.country import country
from amparo.people.models import User
from amparo.rights.copy_exports.shapes import Made, Shape
from amparo.rights.models import CopyExport
from amparo.rights.paper import without_names

CODE = "htcds"
PARTS = ("identity", "written", "services")
# The name under which a browser would keep it says nothing.
NEUTRAL_NAME = "records.zip"
WRITTEN: Columns = {Account: ("text",), Origin: ("kept",)}


def shape() -> Shape:
    name = gettext_lazy("Records for another system (HTCDS 2.0)")
    return Shape(CODE, name, _made)


def _made(row: CopyExport, by: User, names: Sequence[str]) -> Made:
    package = package_of(row, by=by, names=names)
    return Made(as_archive(package), NEUTRAL_NAME, "application/zip")


def package_of(row: CopyExport, *, by: User, names: Sequence[str] = ()) -> Package:
    """What leaves: only the parts that were agreed to are opened at all. Raises Refused."""
    parts = [part for part in PARTS if part not in row.reasons]
    identity = open_identity(row.case, by=by, purpose=row.recipient) if "identity" in parts else {}
    opens = "written" in parts or origin_of(row.case) is not None
    texts = open_texts(row.case, WRITTEN, by=by, purpose=row.recipient) if opens else []
    identity = {field: without_names(text, names) for field, text in identity.items()}
    accounts = [without_names(t.text, names) for t in texts if t.kind == "account.text"]
    stated = "\n".join(t.text for t in texts if t.kind == "origin.kept")
    held = kept.as_cells(stated) | kept.as_cells(identity.pop("elsewhere", ""))
    held.pop(KEY, None)
    record = record_of(
        row.case, identity=identity, accounts=accounts if "written" in parts else [],
        held={key: without_names(text, names) for key, text in held.items()}, parts=parts,
    )  # fmt: skip
    return Package(f"Amparo {country().code}", [record])
