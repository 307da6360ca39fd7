"""Which words of a response its reader may not have."""

from access.crawl import Visit
from access.world import File, House, World


def leaks(visit: Visit, world: World) -> list[str]:
    found = [leak for file in world.files for leak in _leaks(visit, file)]
    return [*found, *_where(visit, world.house)]


def _where(visit: Visit, house: House) -> list[str]:
    """Of a confidential house: to whom it was told, and to them with an audit row."""
    opened = (house.pk, "place") in {(of, why.partition(":")[0]) for of, why in visit.opened}
    if house.address not in visit.shown or (opened and visit.persona in house.known_to):
        return []
    return [f"{visit} shows {house.address!r}"]


def _leaks(visit: Visit, file: File) -> list[str]:
    """To a reader, what is sealed comes only with an audit row that says who opened it why."""
    if visit.persona not in file.readers:
        named = () if visit.persona in file.known_to else (*file.names, str(file.case.pk))
        secret = (*named, *file.identity, *file.facts, *file.support, *file.justice, *file.attached)
    else:
        secret = _sealed(visit, file)
    if visit.persona not in file.known_to or "evidence" not in _opened(visit, file):
        secret += file.evidence
    if visit.persona != "second_provider" or "clinical" not in _opened(visit, file):
        secret += file.health
    shown = visit.shown
    return [f"{visit} shows {word!r}" for word in secret if word in shown]


def _sealed(visit: Visit, file: File) -> tuple[str, ...]:
    opened = _opened(visit, file)
    return (
        *(file.identity if "identity" not in opened else ()),
        *((*file.facts, *file.support, *file.justice) if "facts" not in opened else ()),
        *(file.attached if "attached" not in opened else ()),
    )


def _opened(visit: Visit, file: File) -> set[str]:
    return {purpose.partition(":")[0] for case, purpose in visit.opened if case == file.case.pk}
