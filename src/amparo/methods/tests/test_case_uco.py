"""The list as CASE JSON-LD: terms that the ontology has, each thing named once, true digests.

The document made here conforms to the shapes of CASE 1.4.0 and 1.5.0 by `case_validate`
(case-utils 0.18.0); the terms below are those it uses, so that a new one is looked up first.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from amparo.methods.case_uco import CONTEXT, Bundle, Exhibit, Step, as_graph

AT = datetime(2026, 4, 3, 10, tzinfo=UTC)
CLASSES = {
    "case-investigation:Investigation", "case-investigation:InvestigativeAction",
    "case-investigation:ProvenanceRecord", "uco-identity:Identity", "uco-location:Location",
    "uco-observable:ContentDataFacet", "uco-observable:File", "uco-observable:FileFacet",
    "uco-types:Hash", "xsd:dateTime", "xsd:hexBinary", "xsd:integer",
}  # fmt: skip
PROPERTIES = {
    "case-investigation:exhibitNumber", "case-investigation:wasInformedBy", "uco-action:location",
    "uco-action:object", "uco-action:participant", "uco-action:performer", "uco-action:result",
    "uco-action:startTime", "uco-core:description", "uco-core:hasFacet", "uco-core:name",
    "uco-core:object", "uco-core:objectCreatedTime", "uco-observable:fileName",
    "uco-observable:hash", "uco-observable:sizeInBytes", "uco-types:hashMethod",
    "uco-types:hashValue",
}  # fmt: skip


def step(number: int, **said: str) -> Step:
    words = {"giver": "A. Harbour", "receiver": "Inspector Vale", "place": "Quay 4", "reason": ""}
    told = words | said
    return Step(
        UUID(int=number), "Received", AT, AT, "Inspector Vale", told["giver"], told["receiver"],
        told["place"], told["reason"], "ab" * 32,
    )  # fmt: skip


LEDGER = Exhibit(
    UUID(int=1), "1", "A ledger", "ledger.csv", 1234, "cd" * 32, AT, [step(11), step(12)]
)
PHOTO = Exhibit(UUID(int=2), "2", "A photograph", "", 0, "ef" * 32, AT, [step(21, place="")])
BUNDLE = Bundle(UUID(int=9), "A-2026-00042", AT, "Made by Amparo", [LEDGER, PHOTO])


def graph(bundle: Bundle = BUNDLE) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(json.dumps(as_graph(bundle)))["@graph"]
    return found


def within(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, list):
        for each in node:
            yield from within(each)
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from within(value)


def of(type_: str) -> list[dict[str, Any]]:
    return [node for node in within(graph()) if node.get("@type") == type_]


def test_every_term_is_one_of_the_ontology() -> None:
    every = list(within(graph()))
    assert {node["@type"] for node in every if "@type" in node} == CLASSES
    assert {key for node in every for key in node if not key.startswith("@")} == PROPERTIES
    used = {term.partition(":")[0] for term in CLASSES | PROPERTIES}
    assert used | {"kb"} == CONTEXT.keys()


def test_whatever_is_pointed_to_is_there_once() -> None:
    every = list(within(graph()))
    made = [node["@id"] for node in every if "@id" in node and "@type" in node]
    assert len(made) == len(set(made))
    assert {node["@id"] for node in every if "@id" in node} == set(made)


def test_the_original_is_known_by_its_digest_and_its_size() -> None:
    values = [node["uco-types:hashValue"]["@value"] for node in of("uco-types:Hash")]
    assert values == ["cd" * 32, "ef" * 32]
    assert [node["uco-types:hashMethod"] for node in of("uco-types:Hash")] == ["SHA256"] * 2
    sizes = [node["uco-observable:sizeInBytes"] for node in of("uco-observable:ContentDataFacet")]
    assert [size["@value"] for size in sizes] == ["1234", "0"]


def test_each_entry_of_custody_follows_the_one_before() -> None:
    first, second, other = of("case-investigation:InvestigativeAction")
    assert second["case-investigation:wasInformedBy"] == [{"@id": first["@id"]}]
    assert "case-investigation:wasInformedBy" not in first
    assert "case-investigation:wasInformedBy" not in other
    assert "ab" * 32 in first["uco-core:description"]
    assert "uco-action:location" not in other


def test_who_is_named_twice_is_one() -> None:
    assert [node["uco-core:name"] for node in of("uco-identity:Identity")] == [
        "Inspector Vale", "A. Harbour",
    ]  # fmt: skip
    alone = as_graph(Bundle(UUID(int=9), "A", AT, "", [
        Exhibit(UUID(int=1), "1", "", "", 0, "", AT, [step(1, giver="Inspector Vale")]),
    ]))["@graph"]  # fmt: skip
    took_part = [
        node["uco-action:participant"] for node in alone if "uco-action:participant" in node
    ]
    assert [len(each) for each in took_part] == [1]
