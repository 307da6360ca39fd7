"""kill -9 between any two steps of what is done to an item: all of it is there, or nothing."""

import json
import os
from collections.abc import Iterator

import pytest

from amparo.config import embedded
from system.serving import House, house

HALVES = """
    SELECT (SELECT count(*) FROM evidence_piece p WHERE NOT EXISTS (
                SELECT FROM evidence_item WHERE id = p.item_id)),
        (SELECT count(*) FROM vault_datakey k WHERE compartment = 'evidence' AND NOT EXISTS (
                SELECT FROM evidence_item WHERE id = k.thing_id)),
        (SELECT count(*) FROM evidence_item i WHERE pieces_count <> (
                SELECT count(*) FROM evidence_piece WHERE item_id = i.id)),
        (SELECT count(*) FROM evidence_item i WHERE NOT EXISTS (
                SELECT FROM evidence_custody WHERE item_id = i.id AND number = 0)),
        (SELECT count(*) FROM evidence_custody c WHERE number > 0 AND NOT EXISTS (
                SELECT FROM evidence_custody WHERE item_id = c.item_id
                    AND number = c.number - 1 AND digest = c.previous)),
        (SELECT count(*) FROM evidence_custody c WHERE NOT EXISTS (
                SELECT FROM audit_entry WHERE object_id = c.item_id
                    AND action = 'custody of an item'
                    AND purpose LIKE '%%' || left(encode(c.digest, 'hex'), 32))),
        (SELECT count(*) FROM audit_entry a WHERE action = 'custody of an item' AND NOT EXISTS (
                SELECT FROM evidence_custody WHERE item_id = a.object_id
                    AND a.purpose LIKE '%%' || left(encode(digest, 'hex'), 32)))
"""
COUNTED = "SELECT (SELECT count(*) FROM evidence_item), (SELECT count(*) FROM evidence_custody)"
CHECK = """
from amparo.access.acting import acting_as
from amparo.audit.actions import check_the_log
from amparo.evidence.queries import broken_at, custody_of, items_of
from amparo.justice.models import Dossier
from amparo.people.models import User
with acting_as(User.objects.get(pk={user!r})):
    rows = items_of(Dossier.objects.get(pk={dossier!r}))
    faults = [number for row in rows for number in broken_at(row, custody_of(row))]
print(len(faults) + check_the_log().faults)
"""


def shell(house: House, command: str) -> str:
    return house.runs("shell", "--verbosity", "0", "--command", command)


@pytest.fixture(scope="module")
def dying(
    cluster: embedded.Cluster, migrated: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("custody")
    with house(cluster, migrated, folder, f"custody_{os.getpid()}") as made:
        yield made


def test_custody_survives_a_kill_between_any_two_steps(dying: House) -> None:
    told = shell(dying, "from system.custody_deeds import make; make()")
    assert dying.rows(COUNTED) == [(1, 1)]
    command = f"from system.custody_deeds import kill_all; kill_all({told!r})"
    kills: dict[str, int] = json.loads(shell(dying, command).splitlines()[-1])
    print(f"killed at each statement of each deed: {kills}")  # noqa: T201  for the reader of -s
    assert min(kills.values()) > 10, "nothing was killed on its way"
    # What went through in the end: one item with its first entry, one handing over, one taking.
    assert dying.rows(HALVES) == [(0,) * 7]
    assert dying.rows(COUNTED) == [(2, 4)]
    assert int(shell(dying, CHECK.format(**json.loads(told)))) == 0
