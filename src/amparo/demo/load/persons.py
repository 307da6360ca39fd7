"""Names, accounts and notes of an invented person; every name is in names.toml and nowhere else."""

from datetime import date
from typing import Any

from amparo.demo.load.chance import Chance
from amparo.demo.load.plans import Plan
from amparo.demo.load.sheets import sheet


def identity(plan: Plan, chance: Chance) -> dict[str, str]:
    given, family = _names(plan, chance)
    born = date(plan.opened.year - plan.age - 1, chance.random.randint(1, 12), 28)
    contact = chance.pick(sheet("narratives")["safe_contact"]["notes"])["en"]
    return {
        "given_name": given,
        "family_name": family,
        "birth_date": "" if plan.age_status == "not_sure" else born.isoformat(),
        "safe_contact": contact,
    }


def somebody(chance: Chance) -> str:
    """The full name of somebody around the person, such as a guardian."""
    names = sheet("names")
    given = chance.pick(names["given"][chance.pick(["F", "M"])])
    return f"{given} {chance.pick(names['family']['any'])}"


def _names(plan: Plan, chance: Chance) -> tuple[str, str]:
    names = sheet("names")
    sex = plan.sex if plan.sex in names["given"] else chance.pick(["F", "M"])
    written = [row for row in names["written"]["people"] if row["sex"] == sex]
    if chance.happens(sheet("profiles")["screening"]["written_in_other_script"]):
        row = chance.pick(written)
        return row["given"], row["family"]
    return chance.pick(names["given"][sex]), chance.pick(names["family"]["any"])


def story(plan: Plan, chance: Chance) -> dict[str, Any]:
    """The account whose signs suit the form and the age; `thin` ones for a file that ends early."""
    accounts = [row for row in sheet("narratives")["account"] if plan.form in row["forms"]]
    who = "child" if plan.child else "adult"
    suited = [row for row in accounts if row["who"] in (who, "any")] or accounts
    early = plan.path in ("not_referred", "not_presumed", "notified")
    thin = [row for row in suited if row.get("thin", False) == early]
    row: dict[str, Any] = chance.pick(thin or suited)
    return row


def note(section: str, chance: Chance, **wanted: str) -> dict[str, str]:
    """A note of that section whose fields are as wanted."""
    rows = sheet("narratives")[section]["notes"]
    fit = [row for row in rows if all(row[name] == value for name, value in wanted.items())]
    found: dict[str, str] = chance.pick(fit or rows)
    return found
