"""What goes on beside the decisions, and from which of them on."""

from amparo.cases.models import Case
from amparo.demo.load.events import events
from amparo.demo.load.justice import justice
from amparo.demo.load.pleading import pleading
from amparo.demo.load.scene import Mark, Scene
from amparo.demo.load.stays import end_stay, permit, reflection
from amparo.demo.load.support import support


def begin_beside(case: Case, scene: Scene) -> None:
    """As soon as somebody looks after the person."""
    scene.begin(support(case, scene.apart("support")), until=Mark.UNSUPPORTED)
    scene.begin(pleading(case, scene.apart("pleading")), until=Mark.CLOSED)


def begin_presumed(case: Case, scene: Scene) -> None:
    """Once there are reasonable grounds."""
    scene.begin(justice(case, scene.apart("justice")))
    scene.begin(reflection(case, scene.apart("reflection")), until=Mark.CLOSED)
    scene.begin(events(case, scene.apart("events")), until=Mark.CLOSED)


def decided(case: Case, scene: Scene) -> None:
    """The final decision has come."""
    if scene.plan.path == "confirmed":
        scene.begin(permit(case, scene.apart("permit")), until=Mark.CLOSED)
    else:
        end_stay(case, scene)
