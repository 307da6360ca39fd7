"""A list of evidence with its custody, as CASE 1.4 on UCO 1.4 in JSON-LD (caseontology.org)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

Node = dict[str, Any]

CONTEXT = {
    "kb": "urn:amparo:",
    "case-investigation": "https://ontology.caseontology.org/case/investigation/",
    "uco-action": "https://ontology.unifiedcyberontology.org/uco/action/",
    "uco-core": "https://ontology.unifiedcyberontology.org/uco/core/",
    "uco-identity": "https://ontology.unifiedcyberontology.org/uco/identity/",
    "uco-location": "https://ontology.unifiedcyberontology.org/uco/location/",
    "uco-observable": "https://ontology.unifiedcyberontology.org/uco/observable/",
    "uco-types": "https://ontology.unifiedcyberontology.org/uco/types/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True)
class Step:
    """One entry of an item's custody; `digest` binds it to the one before."""

    id: UUID
    name: str
    start: datetime
    written: datetime
    performer: str
    giver: str
    receiver: str
    place: str
    reason: str
    digest: str


@dataclass(frozen=True)
class Exhibit:
    """One item: what is known of it, and of its original."""

    id: UUID
    number: str
    description: str
    file_name: str
    size: int
    sha256: str
    found: datetime
    steps: Sequence[Step]


@dataclass(frozen=True)
class Bundle:
    """`reference` is the dossier's; nobody's name is in it but those of who handled an item."""

    id: UUID
    reference: str
    made_at: datetime
    made_by: str
    exhibits: Sequence[Exhibit]


def as_graph(bundle: Bundle) -> Node:
    """The whole as one JSON-LD document."""
    names = _Names(bundle.id)
    nodes = [node for each in bundle.exhibits for node in _exhibit(each, names)]
    records = [_id("provenance-record", each.id) for each in bundle.exhibits]
    investigation = {
        **_id("investigation", bundle.id), "@type": "case-investigation:Investigation",
        "uco-core:name": bundle.reference, "uco-core:description": bundle.made_by,
        "uco-core:objectCreatedTime": _moment(bundle.made_at),
        "uco-core:object": records,
    }  # fmt: skip
    return {"@context": CONTEXT, "@graph": [_bare(each) for each in
                                            (investigation, *nodes, *names.nodes())]}  # fmt: skip


class _Names:
    """A node for each person and place that is named, once."""

    def __init__(self, within: UUID) -> None:
        self.within = within
        self.found: dict[tuple[str, str], Node] = {}

    def person(self, name: str) -> Node | None:
        return self._named("identity", "uco-identity:Identity", name)

    def place(self, name: str) -> Node | None:
        return self._named("location", "uco-location:Location", name)

    def _named(self, kind: str, type_: str, name: str) -> Node | None:
        if not name:
            return None
        own = _id(kind, uuid5(NAMESPACE_URL, f"{self.within}/{kind}/{name}"))
        self.found.setdefault((kind, name), {**own, "@type": type_, "uco-core:name": name})
        return own

    def nodes(self) -> Iterable[Node]:
        return self.found.values()


def _exhibit(each: Exhibit, names: _Names) -> Iterator[Node]:
    record, file = _id("provenance-record", each.id), _id("file", each.id)
    yield {
        **record, "@type": "case-investigation:ProvenanceRecord",
        "uco-core:description": each.description,
        "case-investigation:exhibitNumber": each.number,
        "uco-core:objectCreatedTime": _moment(each.found),
        "uco-core:object": [file],
    }  # fmt: skip
    yield {**file, "@type": "uco-observable:File", "uco-core:hasFacet": _facets(each)}
    before: Node | None = None
    for step in each.steps:
        action = _id("investigative-action", step.id)
        yield {
            **action, "@type": "case-investigation:InvestigativeAction",
            "uco-core:name": step.name, "uco-core:description": _said(step),
            "uco-action:startTime": _moment(step.start),
            "uco-core:objectCreatedTime": _moment(step.written),
            "uco-action:performer": names.person(step.performer),
            "uco-action:participant": _each(names.person(step.giver), names.person(step.receiver)),
            "uco-action:location": _each(names.place(step.place)),
            "uco-action:object": [file],
            "uco-action:result": [record],
            "case-investigation:wasInformedBy": _each(before),
        }  # fmt: skip
        before = action


def _facets(each: Exhibit) -> list[Node]:
    size = _typed("xsd:integer", str(each.size))
    file = {
        **_id("file-facet", uuid5(each.id, "file")), "@type": "uco-observable:FileFacet",
        "uco-observable:fileName": each.file_name, "uco-observable:sizeInBytes": size,
    }  # fmt: skip
    content = {
        **_id("content-data-facet", uuid5(each.id, "content")),
        "@type": "uco-observable:ContentDataFacet", "uco-observable:sizeInBytes": size,
        "uco-observable:hash": [{
            **_id("hash", uuid5(each.id, "sha256")), "@type": "uco-types:Hash",
            "uco-types:hashMethod": "SHA256",
            "uco-types:hashValue": _typed("xsd:hexBinary", each.sha256),
        }],
    }  # fmt: skip
    return [_bare(file), content]


def _said(step: Step) -> str:
    """Why, and the digest that binds the entry."""
    return " ".join(filter(None, [step.reason, f"[custody sha256 {step.digest}]"]))


def _each(*nodes: Node | None) -> list[Node]:
    """Each once: who hands over to themselves takes part once."""
    return list({node["@id"]: node for node in nodes if node}.values())


def _id(kind: str, own: UUID) -> Node:
    return {"@id": f"kb:{kind}-{own}"}


def _typed(type_: str, value: str) -> Node:
    return {"@type": type_, "@value": value}


def _moment(at: datetime) -> Node:
    return _typed("xsd:dateTime", at.astimezone(UTC).isoformat())


def _bare(node: Node) -> Node:
    """Without what is empty: a property that says nothing is left out."""
    return {key: value for key, value in node.items() if value not in ("", None, [])}
