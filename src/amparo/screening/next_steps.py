"""What one can do once a screening is finished: higher rooms register their steps here."""

from collections.abc import Callable
from dataclasses import dataclass

from amparo.design.parts import Words
from amparo.screening.models import Screening


@dataclass(frozen=True)
class NextStep:
    """`url_name` takes the screening's id; `applies` says whether the step stands for one."""

    label: Words
    url_name: str
    applies: Callable[[Screening], bool]


_steps: list[NextStep] = []


def register(step: NextStep) -> None:
    _steps.append(step)


def next_steps(screening: Screening) -> list[NextStep]:
    return [step for step in _steps if step.applies(screening)]
