from django.utils.translation import gettext as _

from amparo.cases.machine import State
from amparo.cases.pages.parts import Reader, Section, Way, step
from amparo.design import tokens
from amparo.design.parts import Row, Task
from amparo.design.tokens import day_in_words
from amparo.people.codes import label
from amparo.people.country import day_of, today
from amparo.referrals.models import Need
from amparo.support.models import Goal, SupportPlan
from amparo.support.queries import last_assessment, last_plan, needs_with_offers, open_goals
from amparo.support.rules import PLANNING
from amparo.support.sections.emergency import asked, seeking


def section(reader: Reader) -> Section:
    case = reader.case
    plan, goals, needs = last_plan(case), open_goals(case), needs_with_offers(case)
    rows = _plan_rows(plan) if plan else []
    rows += [Row(label("services", goal.service), _said(goal, needs)) for goal in goals]
    return Section(
        _("Plan and goals"), "flag", rows, _("No goal was written with the person yet."),
        _ways(reader, goals, needs), _step(reader, plan, goals),
    )  # fmt: skip


def _ways(reader: Reader, goals: list[Goal], needs: list[Need]) -> list[Way]:
    if reader.case.support == State.ENDED:
        return [way for goal in goals for way in _ending(reader, goal)]
    ways = reader.ways("goal")
    if goals and reader.case.support in PLANNING:
        ways += reader.ways("plan")
    if any(without_referral(goal, needs) for goal in goals):
        ways += seeking(reader)
    return ways + [way for goal in goals for way in _ending(reader, goal)]


def _ending(reader: Reader, goal: Goal) -> list[Way]:
    title = _("Record how a goal ended: %(goal)s") % {"goal": label("services", goal.service)}
    return reader.way("goal-end", goal.pk, title)


def _plan_rows(plan: SupportPlan) -> list[Row]:
    how = _("%(how)s, %(language)s") % {
        "how": label("plan_modes", plan.mode), "language": label("languages", plan.language),
    }  # fmt: skip
    title = _("Plan, version %(number)s") % {"number": plan.version}
    return [Row(title, tokens.day(day_of(plan.at))), Row(_("Agreed"), how)]


def without_referral(goal: Goal, needs: list[Need]) -> bool:
    return not goal.own and all(need.kind != goal.service for need in needs)


def _said(goal: Goal, needs: list[Need]) -> str:
    """Who answers for the goal, by when, and where its referral stands."""
    words = _("%(unit)s, by %(day)s.") % {"unit": goal.unit.name, "day": day_in_words(goal.until)}
    need = next((need for need in needs if need.kind == goal.service), None)
    if goal.own:
        stands = _("The unit does it itself.")
    else:
        stands = asked(need) if need else _("No service was asked for yet.")
    return f"{words} {stands}"


def unagreed(plan: SupportPlan | None, goals: list[Goal]) -> bool:
    """Whether a goal stands here to which the person has not said yes."""
    return any(plan is None or goal.at > plan.at for goal in goals)


def unmet_needs(reader: Reader, goals: list[Goal]) -> str:
    """What was found to be needed, and no goal stands for."""
    found = last_assessment(reader.case)
    planned = {goal.service for goal in goals}
    missing = [code for code in found.needs if code not in planned] if found else []
    return "; ".join(label("services", code) for code in missing)


def task(reader: Reader) -> Task | None:
    """Where the assessment is done and nothing is agreed yet."""
    if reader.case.support != State.ASSESSED:
        return None
    ways = reader.ways("plan" if open_goals(reader.case) else "goal")
    return Task(ways[0].title, ways[0].href, _("Needs and risks are assessed")) if ways else None


def _step(reader: Reader, plan: SupportPlan | None, goals: list[Goal]) -> Task:
    title, support = _("Plan and goals"), reader.case.support
    if support not in PLANNING:
        note = "" if support == State.ENDED else _("After needs and risks are assessed")
        return step(title, _("no plan now"), "plain", [], note=note)
    if support == State.ASSESSED or unagreed(plan, goals):
        ways = reader.ways("plan" if goals else "goal")
        return step(title, _("to agree"), "warn", ways, note=unmet_needs(reader, goals))
    if late := [goal for goal in goals if goal.until < today()]:
        ways = _ending(reader, late[0])
        note = label("services", late[0].service)
        return step(title, _("a goal is late"), "warn", ways, note=note)
    if missing := unmet_needs(reader, goals):
        return step(title, _("needs without a goal"), "info", reader.ways("goal"), note=missing)
    return step(title, _("agreed"), "good", [])
