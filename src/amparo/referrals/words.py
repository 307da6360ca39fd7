"""Sentences for needs, offers and reasons, said the same everywhere."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.utils.timesince import timesince
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from amparo.cases.models import AgeStatus
from amparo.design.parts import Tone, Words
from amparo.directory import regions
from amparo.directory.models import Service
from amparo.directory.presenters import languages
from amparo.people.codes import label
from amparo.referrals.actions.offers import CONSENT_ENDED, PLACED_ELSEWHERE, SUPPORT_ENDED
from amparo.referrals.matching import Reason, distance
from amparo.referrals.models import Need, OfferState, Urgency

QUESTIONS: Mapping[str, Words] = {
    Urgency.TONIGHT: _("Who can take this person tonight?"),
    Urgency.DAYS: _("Who can take this person in the coming days?"),
    Urgency.WEEKS: _("Who can take this person in the coming weeks?"),
}

STATES: Mapping[str, Words] = {
    OfferState.OFFERED: _("waiting for an answer"),
    OfferState.ACCEPTED: _("accepted"),
    OfferState.DECLINED: _("declined"),
    OfferState.RECALLED: _("recalled"),
}

NOBODY_ASKED = _("no offer waits")

TONES: Mapping[str, Tone] = {
    OfferState.OFFERED: "info",
    OfferState.ACCEPTED: "good",
    OfferState.DECLINED: "warn",
    OfferState.RECALLED: "plain",
}

RECALLED: Mapping[str, Words] = {
    PLACED_ELSEWHERE: _("A place was found elsewhere."),
    SUPPORT_ENDED: _("The support has ended."),
    CONSENT_ENDED: _("The person no longer agrees to it."),
}


def headline(need: Need) -> str:
    """The need in one line: what, where, how soon."""
    parts = (
        label("services", need.kind),
        regions.label(need.region),
        label("urgency", need.urgency),
    )
    return " · ".join(parts)


def who(need: Need) -> str:
    return f"{label('sex', need.sex)} · {age(need)}"


def age(need: Need) -> str:
    if need.age_status == AgeStatus.NOT_SURE:
        return say("age not sure, treated as a child")
    return label("age_status", need.age_status)


def in_words(need: Need) -> str:
    """All that a service reads of the person before it says yes, beside the headline."""
    sentences = [
        say("%(sex)s, %(age)s.") % {"sex": label("sex", need.sex), "age": age(need).lower()},
        _languages(need),
        _dependants(need),
    ]
    if need.accessibility:
        sentences.append(_access(need))
    if need.language_needed:
        sentences.append(say("Needs somebody who speaks the language, no interpreter."))
    if need.avoid_region:
        region = regions.label(need.avoid_region)
        sentences.append(say("To keep away from %(region)s.") % {"region": region})
    return " ".join(sentences)


def _access(need: Need) -> str:
    listed = ", ".join(label("accessibility", code) for code in need.accessibility)
    return say("Needs: %(listed)s.") % {"listed": listed.lower()}


def _languages(need: Need) -> str:
    if not need.languages:
        return say("The languages are not known.")
    return say("Speaks %(languages)s.") % {"languages": languages(need.languages)}


def _dependants(need: Need) -> str:
    if not need.dependants:
        return say("Comes alone.")
    sentence = ngettext(
        "Comes with %(n)d dependant.", "Comes with %(n)d dependants.", need.dependants
    )
    return sentence % {"n": need.dependants}


def where(service: Service, need: Need) -> str:
    """The region of a service, and how far its middle is from the region wanted."""
    region = regions.label(service.region)
    km = distance.between(need.region, service.region)
    if km is None:
        return region
    return say("%(region)s, about %(km)d km away") % {"region": region, "km": km}


def said(reasons: Iterable[Reason]) -> list[str]:
    """The reasons of a match, in the language of whoever reads."""
    language = get_language() or "en"
    return [reason.words.say(language) for reason in reasons]


def reason(state: str, code: str) -> str:
    """Why an offer was declined or recalled; nothing where no reason was given."""
    if state == OfferState.DECLINED:
        return label("decline_reasons", code)
    return str(RECALLED.get(code, ""))


def passed(since: datetime, until: datetime) -> str:
    return timesince(since, until, depth=2)
