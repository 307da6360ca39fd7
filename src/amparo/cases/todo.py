"""What there is to do on a case, from every room that asks for something."""

from collections.abc import Callable

from amparo.access.policy import Standing
from amparo.cases.models import Case
from amparo.design.parts import Task

Source = Callable[[Case, Standing], list[Task]]
_sources: list[Source] = []


def register(source: Source) -> None:
    _sources.append(source)


def tasks(case: Case, standing: Standing) -> list[Task]:
    return [task for source in _sources for task in source(case, standing)]
