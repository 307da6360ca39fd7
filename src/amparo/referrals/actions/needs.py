from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require_on_case
from amparo.audit.actions import record
from amparo.cases.actions.steps import step
from amparo.cases.machine import State, Track
from amparo.cases.models import Case
from amparo.cases.queries import case_with
from amparo.cases.questions.actions import Answers, keep_answers
from amparo.cases.questions.models import AskedOn
from amparo.directory.models import Service
from amparo.methods import clock
from amparo.people.models import User
from amparo.referrals.models import Need, Wish

# From an assessment on, each service of the plan has a referral of its own: the track stays.
BEFORE_A_PLAN = ("", State.PLACED, State.ENDED)


@action
def record_need(
    case: Case,
    *,
    by: User,
    kind: str,
    urgency: str,
    region: str,
    avoid_region: str = "",
    accessibility: Collection[str] = (),
    language_needed: bool = False,
    answers: Answers | None = None,
) -> Need:
    """Say what the person needs. Emergency help waits for no decision (S0 ¶5)."""
    require_on_case(by, Act.FIND_PLACE, case.pk)
    case = case_with(case.pk)
    need = Need(
        case=case,
        kind=kind,
        urgency=urgency,
        sex=case.sex,
        age_status=case.age_status,
        languages=case.languages,
        language_needed=language_needed,
        dependants=case.dependants,
        accessibility=list(accessibility),
        forms=case.forms,
        region=region,
        avoid_region=avoid_region,
        at=clock.now(),
        by=by,
    )
    need.save(force_insert=True)
    record("recorded a need", by=by, case=case.pk, thing=need)
    keep_answers(case, answers, by=by, form=AskedOn.NEED, about=need.pk)
    if case.support in BEFORE_A_PLAN:
        step(case, Track.SUPPORT, State.SOUGHT, by=by)
    return need


@action
def seek_again(need: Need, *, by: User) -> Need:
    """A place that was accepted serves no more: record the same need anew. Raises Refused."""
    require_on_case(by, Act.FIND_PLACE, need.case_id)
    case = case_with(need.case_id)
    if need.met_at is None or Need.objects.of(case).of_kind(need.kind).unmet().exists():
        raise Refused(_("A place of this kind is being sought for this person already."))
    anew = record_need(
        case, by=by, kind=need.kind, urgency=need.urgency, region=need.region,
        avoid_region=need.avoid_region, accessibility=need.accessibility,
        language_needed=need.language_needed,
    )  # fmt: skip
    anew.wanted, anew.unwanted = need.wanted, need.unwanted
    anew.save(update_fields=["wanted", "unwanted"])
    return anew


@action
def say_wish(need: Need, service: Service, wish: Wish, *, by: User) -> Need:
    """The person's own word on a service: it goes before every reason (S0 ¶5). Raises Refused."""
    require_on_case(by, Act.FIND_PLACE, need.case_id)
    need = Need.objects.select_for_update().get(pk=need.pk)
    if need.met_at:
        raise Refused(_("A place was accepted for this need already."))
    said = {Wish.WANTED: need.wanted, Wish.UNWANTED: need.unwanted}
    for kind, listed in said.items():
        others = [pk for pk in listed if pk != service.pk]
        listed[:] = [*others, service.pk] if kind == wish else others
    need.save(update_fields=["wanted", "unwanted"])
    record(f"wish: {wish}", by=by, case=need.case_id, thing=need)
    return need


def forget(case_id: UUID) -> None:
    """In the transaction that destroys a file's keys: what described the person goes with them."""
    Need.objects.filter(case_id=case_id).update(
        languages=[], dependants=0, region="", avoid_region="", accessibility=[], forms=[],
        wanted=[], unwanted=[], language_needed=False,
    )  # fmt: skip
