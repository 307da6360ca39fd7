"""Fifty who work at once over HTTP: each from a new screening to a place that accepted.

`make` runs in a process that has the database; `work` talks to a server from threads.
"""

import re
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from http.client import HTTPException
from threading import Thread
from uuid import uuid4

from system.browserless import Browserless

PEOPLE, EACH = 50, 3
SLUG = "at-once-{number}"
OFFER = re.compile(r"/referrals/offers/([0-9a-f-]{36})/accept/")
# A short screening: what was not seen is not asked about further.
ANSWERS = {
    "danger": "no", "place": "health", "alone": "yes", "age": "adult", "sex": "F",
    "languages": "en", "dependants": "0", "how-it-began": "recruited", "signs-promises": "unknown",
    "signs-departure": "unknown", "signs-situation": "unknown", "signs-work": "unknown",
    "signs-pressure": "unknown", "signs-dependence": "unknown", "forms": "LABOUR",
    "agreed": "yes", "needs": "shelter",
}  # fmt: skip
CONSENT = {
    "purpose": "support", "recipients": "services", "language": "en", "how": "signed",
    "given_by": "person",
}  # fmt: skip
NEED = {"kind": "shelter", "urgency": "tonight", "avoid_region": ""}


@dataclass(frozen=True)
class Pair:
    """Somebody who reports, and the home that somebody else of answers for."""

    reporter: str
    provider: str
    service: str
    region: str


def make() -> list[Pair]:
    """Each with an account and a home of their own: nobody waits for another's bed."""
    from amparo.directory.models import Service
    from amparo.people.models import Mandate, Membership, Organisation, Unit, User

    def member(name: str, unit: Unit) -> str:
        user = User.objects.create(
            email=f"{name}@example.org", given_name=name, family_name="Atonce"
        )
        Membership.objects.create(user=user, unit=unit, since=date(2020, 1, 1))
        return str(user.pk)

    def unit_of(name: str, mandates: list[str]) -> Unit:
        house = Organisation.objects.create(slug=name, name_en=name, name_fr=name, kind="other")
        return Unit.objects.create(
            slug=name, name_en=name, name_fr=name, region="QV06", mandates=mandates,
            organisation=house,
        )  # fmt: skip

    reporting, pairs = unit_of("at-once", [Mandate.FIRST_RESPONDER]), []
    for number in range(PEOPLE):
        slug = SLUG.format(number=number)
        home = unit_of(slug, [Mandate.SERVICE_PROVIDER])
        Service.objects.create(
            slug=slug, name_en=slug, name_fr=slug, unit=home, kind="shelter", region="QV06",
            sexes=["F"], languages=["en"], round_the_clock=True, places_total=EACH,
            places_free=EACH,
        )  # fmt: skip
        pairs.append(
            Pair(member(f"reports-{number}", reporting), member(f"answers-{number}", home), slug,
                 "QV06")
        )  # fmt: skip
    return pairs


@dataclass
class Told:
    """What the server said: answers by status (0: none came), offers acknowledged, seconds."""

    answers: Counter[int] = field(default_factory=Counter)
    accepted: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)


def work(port: int, pairs: list[Pair]) -> Told:
    told = Told()
    threads = [Thread(target=_work, args=(port, pair, told)) for pair in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told


def _work(port: int, pair: Pair, told: Told) -> None:
    reporter, provider = Browserless(port), Browserless(port)
    reporter.signs_in(pair.reporter)
    provider.signs_in(pair.provider)
    for _ in range(EACH):
        start = time.monotonic()
        try:
            offer = _refer(reporter, provider, pair, told)
        except (OSError, HTTPException, Stopped):
            told.answers[0] += 1
            return
        told.accepted.append(offer)
        told.seconds.append(time.monotonic() - start)


class Stopped(Exception):
    """An answer that was no redirection: the form was refused, or the server failed."""


def _refer(reporter: Browserless, provider: Browserless, pair: Pair, told: Told) -> str:
    def sent(who: Browserless, path: str, fields: dict[str, str]) -> str:
        status, there = who.sends(path, {**fields, "key": str(uuid4())})
        told.answers[status] += 1
        if status != 302:
            raise Stopped(f"{status} at {path}")
        return there

    screening = str(uuid4())
    status, _ = reporter.sends("/screenings/start/", {"key": screening})
    told.answers[status] += 1
    for slug, answer in ANSWERS.items():
        sent(reporter, f"/screenings/{screening}/q/{slug}/", {slug: answer})
    sent(reporter, f"/screenings/{screening}/check/", {})
    file = sent(reporter, f"/files/new/{screening}/", {"given_name": "Nobody", "account": "Said."})
    sent(reporter, f"{file}consent/", CONSENT)
    need = sent(reporter, f"/referrals{file}need/", {**NEED, "region": pair.region})
    sent(reporter, f"{need}offer/{pair.service}/", {})
    desk = provider.reads("/referrals/desk/")
    told.answers[200] += 1
    offer = OFFER.search(desk)
    if offer is None:
        raise Stopped("the offer did not come to the desk")
    sent(provider, f"/referrals/offers/{offer[1]}/accept/", {})
    return offer[1]
