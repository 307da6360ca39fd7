"""What must hold before something is written: pure questions, each answered by one sentence."""

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from amparo.design.tokens import day_in_words
from amparo.vocab.clocks import ClockRule

# What an assessment of a return asks about each of the two places.
QUESTIONS = ("protection", "reach", "kin", "living", "health")
OPEN, GRAVE = "unknown", "grave"


def reflection_hindrance(since: date, until: date, least: int) -> str:
    """CoE Convention, article 13: at least as long as the country's protected period."""
    if (until - since).days >= least:
        return ""
    return _("A stay for reflection is never shorter than %(days)s days.") % {"days": least}


def stay_hindrance(since: date, until: date, today: date) -> str:
    if until <= since:
        return _("A stay ends after the day on which it begins.")
    return _("This stay is over already.") if until < today else ""


def alarm_days(
    rules: Iterable[ClockRule], since: date, until: date, today: date
) -> dict[str, date]:
    """By clock, when each alarm before the last day of a stay is to sound, if it still can.

    Of those whose day has passed only the nearest to the end is left, for today; a stay that
    begins later than an alarm would sound has no use for it.
    """
    days = {rule.code: until - timedelta(days=rule.amount) for rule in rules}
    useful = {code: day for code, day in days.items() if day > since}
    ahead = {code: day for code, day in useful.items() if day > today}
    passed = {code: day for code, day in useful.items() if day <= today}
    if passed and until >= today:
        ahead[max(passed, key=lambda code: passed[code])] = today
    return ahead


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or its last where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def day_of_visit(rule: ClockRule, arrival: date) -> date:
    if rule.unit == "months":
        return months_after(arrival, rule.amount)
    return arrival + timedelta(days=rule.amount)


def visit_days(rules: Iterable[ClockRule], arrival: date) -> dict[str, date]:
    """By clock, when somebody is to ask how the person is."""
    return {rule.code: day_of_visit(rule, arrival) for rule in rules}


@dataclass(frozen=True)
class Answers:
    """What an assessment of one place says to each question, and the day it was made."""

    day: date
    given: Mapping[str, str]

    def has(self, answer: str) -> bool:
        return answer in self.given.values()


Assessment = Mapping[str, Answers | None]


def assessed_hindrance(found: Assessment) -> str:
    """CoE Convention, article 16(7); IOM: what waits for the person is looked at on both sides."""
    if not any(found.values()):
        return _("The risks are assessed first: those here and those there.")
    if found["here"] is None:
        return _("The risks here, if the person stays, are not assessed yet.")
    if found["there"] is None:
        return _("The risks there, if the person returns, are not assessed yet.")
    return ""


def decision_hindrance(found: Assessment, today: date, most: int) -> str:
    """Both places, lately, no question open, and no danger that nobody can meet."""
    if said := assessed_hindrance(found):
        return said
    both = [each for each in found.values() if each]
    if any((today - each.day).days > most for each in both):
        return _("An assessment is older than %(days)s days: assess that place anew.") % {
            "days": most
        }
    if any(each.has(OPEN) for each in both):
        return _("A question of the assessment is still open: nobody decides on what is not known.")
    if found["there"] and found["there"].has(GRAVE):
        return _("There is a danger there that nobody can meet: no return is decided.")
    return ""


def monitoring_hindrance(last: date, today: date, *, waiting: bool, reason: str) -> str:
    """`last`: the day of the last question; `waiting`: whether one has not been answered."""
    if reason or (today >= last and not waiting):
        return ""
    if today < last:
        return _("The monitoring runs until %(day)s: say why it ends before.") % {
            "day": day_in_words(last)
        }
    return _("Somebody was to ask how the person is, and has not reached them: say why it ends.")


def visit_hindrance(*, reached: bool, safe: str) -> str:
    if reached and not safe:
        return _("The person was reached: say whether they are safe.")
    if not reached and safe:
        return _("Only whoever was reached can say whether they are safe.")
    return ""
