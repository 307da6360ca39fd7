"""The answers a first responder would have given on the phone, from a plan and its account."""

from typing import Any

from amparo.demo.load.chance import Chance
from amparo.demo.load.plans import Plan
from amparo.demo.load.sheets import sheet
from amparo.screening import questionnaire
from amparo.screening.answers import Answer
from amparo.screening.questionnaire import Questionnaire

AGREED = {"not_referred": "no", "notified": "no", "screened": "not_asked"}


def answers_for(plan: Plan, account: dict[str, Any], chance: Chance) -> dict[str, Answer]:
    """An answer for every page on the path that wants one."""
    screening = sheet("profiles")["screening"]
    answers: dict[str, Answer] = {
        "danger": chance.one_of(screening["danger"]),
        "place": account["place"],
        "alone": chance.one_of(screening["alone"]),
        "age": plan.age_status,
        "sex": plan.sex,
        "languages": list(plan.languages),
        "dependants": plan.dependants,
        "how-it-began": account["acts"] or ["unknown"],
        "forms": list(plan.forms),
        "agreed": AGREED.get(plan.path, "yes"),
        "needs": ["shelter"],
    }
    return answers | _signs(account["signs"], answers)


def _signs(marked: dict[str, str], answers: dict[str, Answer]) -> dict[str, Answer]:
    """Tick the account's signs on their pages, and say on the next page how each is known."""
    questions: Questionnaire = questionnaire.load()
    found: dict[str, Answer] = {}
    for page in questions.pages:
        if page.dimension is not None:
            offered = [option.code for option in questions.options(page, answers)]
            found[page.slug] = [code for code in offered if code in marked] or ["unknown"]
        elif page.about is not None:
            ticked = questions.signs(page, answers | found)
            found[page.slug] = {sign.code: marked[sign.code] for sign in ticked}
    return found
