"""This room's part of a case's timeline: needs, each step of each offer, what was asked back."""

from django.utils.translation import gettext as _

from amparo.cases.consents.holders import Told
from amparo.cases.models import Case
from amparo.design.parts import Entry
from amparo.referrals import words
from amparo.referrals.asking import presenters as asking
from amparo.referrals.models import Need, OfferState, OfferStatus
from amparo.referrals.queries import needs_of, steps_of


def entries(case: Case) -> list[Entry]:
    needs = needs_of(case).select_related("by")
    return [*map(_need, needs), *map(_step, steps_of(case)), *asking.entries(case)]


def _need(need: Need) -> Entry:
    return Entry(
        id=f"e-{need.pk}",
        title=_("A need was recorded"),
        moment=need.at,
        text=words.headline(need),
        actor=str(need.by),
        kind=_("Support"),
        icon="bed",
    )


ICONS = {
    OfferState.OFFERED: "send",
    OfferState.ACCEPTED: "check",
    OfferState.DECLINED: "x",
    OfferState.RECALLED: "arrow-left",
}


def _step(step: OfferStatus) -> Entry:
    return Entry(
        id=f"e-{step.pk}",
        title=_title(step),
        moment=step.at,
        text=words.reason(step.state, step.reason),
        actor=str(step.by),
        kind=_("Support"),
        icon=ICONS[OfferState(step.state)],
    )


def _title(step: OfferStatus) -> str:
    sentence = {
        OfferState.OFFERED: _("The need was offered to %(service)s, without identity"),
        OfferState.ACCEPTED: _("%(service)s accepted after %(time)s"),
        OfferState.DECLINED: _("%(service)s declined after %(time)s"),
        OfferState.RECALLED: _("The offer to %(service)s was recalled after %(time)s"),
    }[OfferState(step.state)]
    time = words.passed(step.offer.at, step.at)
    return sentence % {"service": step.offer.service.name, "time": time}


def told(case: Case) -> list[Told]:
    """The services that read the need, in words that name nobody, and what they were answered."""
    what = _(
        "Was asked for a place in words that name nobody: sex, age group, languages, dependants."
    )
    offered = [
        Told(step.offer.service.name, what, step.at)
        for step in steps_of(case)
        if step.state == OfferState.OFFERED
    ]
    return offered + asking.told(case)
