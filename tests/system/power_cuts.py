"""kill -9 of the database, or of the process that writes, while eight write: what is lost?"""

import subprocess
import sys
from dataclasses import dataclass, field
from uuid import UUID

from system.mortal import Mortal, mortal_house
from system.serving import ROOT, House

MAKE = "from system.writers import make; make()"
WRITE = "from system.writers import write; write({told!r})"
HALF = """
    SELECT (SELECT count(*) FROM cases_account AS account WHERE NOT EXISTS (
                SELECT FROM audit_entry WHERE object_id = account.id
                   AND action = 'wrote an account')
             AND account.at > (SELECT min(at) FROM audit_entry WHERE action = 'wrote an account'))
         + (SELECT count(*) FROM audit_entry WHERE action = 'wrote an account'
             AND NOT EXISTS (SELECT FROM cases_account WHERE id = object_id))
"""
CHAIN = """
from amparo.audit.actions import check_the_log
print(check_the_log().faults)
"""


@dataclass
class Loss:
    kills: int = 0
    acknowledged: set[UUID] = field(default_factory=set)
    missing: int = 0
    halves: int = 0
    broken_links: int = 0

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {len(self.acknowledged)} rows acknowledged, {self.missing} lost,"
            f" {self.halves} half done, {self.broken_links} faults in the chain of the log"
        )


class Writers:
    """The process that writes; `told` is what `make` printed."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.told = house.runs("shell", "--verbosity", "0", "--command", MAKE)

    def start(self) -> "subprocess.Popen[str]":
        command = ("shell", "--verbosity", "0", "--command", WRITE.format(told=self.told))
        return subprocess.Popen(
            [sys.executable, str(ROOT / "manage.py"), *command], env=self.house.environment(),
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip


def cut(mortal: Mortal, writers: Writers, loss: Loss, *, after: int, database: bool) -> None:
    """Let `after` rows be acknowledged, kill one of the two, and count what is there again."""
    with writers.start() as process:
        assert process.stdout
        said = [process.stdout.readline() for _ in range(after)]
        if database:
            mortal.kill()
        else:
            process.kill()
        said += process.stdout.readlines()
    if database:
        mortal.start()
    loss.kills += 1
    # A line that a kill cut short was never read by anybody.
    loss.acknowledged |= {UUID(line.strip()) for line in said if line.endswith("\n")}
    _look(writers.house, loss)


def _look(house: House, loss: Loss) -> None:
    there = {row[0] for row in house.rows("SELECT id FROM cases_account")}
    loss.missing = len(loss.acknowledged - there)
    loss.halves = house.rows(HALF)[0][0]


def look_at_the_chain(house: House, loss: Loss) -> None:
    loss.broken_links = int(house.runs("shell", "--verbosity", "0", "--command", CHAIN))


def run(kills: int, *, database: bool) -> Loss:
    loss = Loss()
    with mortal_house() as (mortal, house):
        writers = Writers(house)
        for number in range(kills):
            cut(mortal, writers, loss, after=5 + 7 * (number % 5), database=database)
        look_at_the_chain(house, loss)
    return loss
