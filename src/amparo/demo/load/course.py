"""A plan that is agreed with the person, and what comes of it until support ends."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial

from amparo.access.acting import acting_as
from amparo.cases.child.queries import guardian_of
from amparo.cases.models import Case
from amparo.cases.queries import case_with
from amparo.demo.load.scene import Scene, Steps, later
from amparo.demo.load.sheets import sheet
from amparo.demo.load.words import words
from amparo.methods import clock
from amparo.people.models import User
from amparo.referrals.models import Offer
from amparo.support.actions.health import note_health
from amparo.support.actions.inclusion import note_inclusion
from amparo.support.actions.plan import agree_plan, end_goal, set_goal
from amparo.support.actions.services import note_feedback, note_service
from amparo.support.models import Goal, ServiceStep
from amparo.support.queries import last_assessment, taken_offers

State = ServiceStep.State
# So many days after the plan is agreed, this is done.
Dated = tuple[float, Callable[[], object]]
Look = Callable[[Case, Scene], None]


def course(case: Case, scene: Scene, look: Look) -> Steps:
    """From the plan to the last of its services; needs and risks are looked at all along."""
    days, chance = sheet("support")["days"], scene.chance
    yield later(days=chance.between(days["plan"]))
    goals = _agree(case, scene)
    length, begun = chance.between(days["planned"]), clock.now()
    deeds = [*_looks(case, scene, look, length), *_services(case, scene), *_areas(case, scene)]
    ends = sheet("support")["goal"]["ends"]
    for goal in goals:
        ended = partial(end_goal, case, goal.pk, by=scene.by, how=chance.one_of(ends))
        deeds.append((length * chance.random.uniform(0.6, 0.98), ended))
    for after, deed in sorted(deeds, key=lambda dated: dated[0]):
        if after < length:
            yield begun + timedelta(days=after)
            deed()
    yield begun + timedelta(days=length)


def _agree(case: Case, scene: Scene) -> list[Goal]:
    """The goals and the person's yes to them; a child without a guardian has no plan yet."""
    found, plan, chance, by = sheet("support"), scene.plan, scene.chance, scene.by
    needs = _needs_to_plan(case, by)
    if not needs:
        return []
    kinds = chance.random.sample(needs, min(len(needs), int(chance.one_of(found["goals"]))))
    goals = [
        set_goal(
            case, by=by, service=kind, unit=scene.houses.units[scene.manager],
            own=chance.happens(found["own"]), text=words("support", "wished", chance),
            until=later(days=chance.between(found["days"]["goal"])).date(),
        )
        for kind in kinds
    ]  # fmt: skip
    how = chance.one_of(found["speaking"]["how"])
    agree_plan(case, by=by, mode=how, language=plan.languages[0], guardian_agrees=True)
    return goals


def _needs_to_plan(case: Case, by: User) -> list[str]:
    with acting_as(by):
        now, assessed = case_with(case.pk), last_assessment(case)
        if assessed is None or (now.treated_as_child and guardian_of(now) is None):
            return []
        return assessed.needs


def _looks(case: Case, scene: Scene, look: Look, length: float) -> Iterator[Dated]:
    again, after = sheet("support")["days"]["again"], 0.0
    while (after := after + scene.chance.between(again)) < length:
        yield after, partial(look, case, scene)


def _services(case: Case, scene: Scene) -> Iterator[Dated]:
    found, chance = sheet("support"), scene.chance
    with acting_as(scene.by):
        offers = [(offer, offer.need.kind) for offer in taken_offers(case)]
    for offer, kind in offers:
        begins = chance.between(found["days"]["begins"])
        yield begins, _step(case, offer, scene, State.STARTED)
        ends = begins + chance.between(found["days"]["service"])
        state = State.STOPPED if chance.happens(found["stopped"]) else State.DELIVERED
        yield ends, _step(case, offer, scene, state)
        if chance.happens(found["feedback"]):
            yield ends - 1, partial(_feedback, case, offer, scene)
        if kind in found["health_kinds"] and chance.happens(found["health_note"]):
            yield begins + 1, partial(_health, case, offer, scene)


def _step(case: Case, offer: Offer, scene: Scene, state: State) -> Callable[[], object]:
    reason = scene.chance.one_of(sheet("support")["service"]["ends"])
    return partial(note_service, case, offer.pk, by=scene.by, state=state, reason=reason)


def _feedback(case: Case, offer: Offer, scene: Scene) -> None:
    chance = scene.chance
    note_feedback(
        case, offer.pk, by=scene.by, useful=chance.one_of(sheet("support")["service"]["useful"]),
        safe=chance.happens(0.95), respected=chance.happens(0.95),
        words=words("support", "said", chance),
    )  # fmt: skip


def _health(case: Case, offer: Offer, scene: Scene) -> None:
    """By the service itself: nobody else reads it."""
    kind = scene.chance.one_of(sheet("support")["service"]["health"])
    by = scene.people[offer.service.unit.slug]
    note_health(case, by=by, kind=kind, text=words("support", "cared", scene.chance))


def _areas(case: Case, scene: Scene) -> Iterator[Dated]:
    found, chance = sheet("support"), scene.chance
    for area, share in found["inclusion"]["areas"].items():
        if chance.happens(share):
            standing = chance.one_of(found["inclusion"]["standing"])
            noted = partial(note_inclusion, case, by=scene.by, area=area, standing=standing)
            yield chance.between(found["days"]["inclusion"]), noted
