from dataclasses import dataclass
from uuid import UUID

from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.demo.load.scene import Mark, Scene
from amparo.justice.actions.proceedings import follow, reach_stage
from amparo.justice.models import Dossier, Proceeding
from amparo.people.country import today
from amparo.people.models import User


@dataclass(frozen=True)
class Inquiry:
    """One proceeding as both sides of the wall have it: who investigates, and who helps."""

    case: Case
    dossier: Dossier
    row: Proceeding
    scene: Scene
    police: User

    @property
    def helped(self) -> bool:
        """Whether the file is open: what is due to the person is written there."""
        return Mark.CLOSED not in self.scene.marks

    def reach(self, stage: State, *, ground: str = "") -> UUID:
        """A step of the proceeding; an open file follows it."""
        reached = reach_stage(
            self.dossier, self.row.pk, by=self.police, stage=stage, day=today(), ground=ground
        )
        if self.helped:
            follow(self.case, by=self.scene.by, stage=stage)
        return reached.pk
