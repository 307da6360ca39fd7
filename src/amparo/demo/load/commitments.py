"""What the invented country does about what is asked, by the actions that a click calls."""

from datetime import date, timedelta
from typing import Any

from amparo.commitments.due.rows import windows_of
from amparo.commitments.following.actions.asks import note_sending, put_in_charge, say_progress
from amparo.commitments.following.actions.register import add_institution, say_bond
from amparo.commitments.following.actions.showing import (
    About,
    add_link,
    add_note,
    asks_of,
    freeze_figure,
)
from amparo.commitments.following.actions.taking import answer_ask, take_action, take_step
from amparo.commitments.following.models import Action, Institution
from amparo.commitments.live import figure
from amparo.commitments.models import Ask
from amparo.commitments.queries import asks
from amparo.demo.load.houses import Houses
from amparo.demo.load.sheets import sheet
from amparo.methods.windows import standing
from amparo.people.country import today
from amparo.people.models import User


def follow_up(houses: Houses, by: User) -> None:
    """Once the files are played: the figures that are reported are counted from them."""
    data = sheet("commitments")
    told = {row["slug"]: _institution(row, houses, by) for row in data["institution"]}
    for row in data["bond"]:
        say_bond(by=by, **row)
    for row in data["charge"]:
        for cited in row["asks"]:
            put_in_charge(ask_of(cited), told[row["institution"]], by=by)
            say_progress(ask_of(cited), by=by, state=row["state"], why=row["why"])
    taken = {row["title"]: _action(row, told, by) for row in data["action"]}
    _show(data, taken, by)
    for row in data["sending"]:
        _send(row, by)


def ask_of(cited: str) -> Ask:
    """Cited as the data does: "S0 5"."""
    document, number = cited.split()
    return asks().get(document=document, number=number)


def _institution(row: dict[str, Any], houses: Houses, by: User) -> Institution:
    unit = houses.units[row["unit"]] if "unit" in row else None
    return add_institution(by=by, name_en=row["name_en"], name_fr=row["name_fr"], unit=unit)


def _action(row: dict[str, Any], told: dict[str, Institution], by: User) -> Action:
    begun, *later = row["steps"]
    action = take_action(
        by=by, title=row["title"], state=begun[0], what=row.get("what", ""),
        institution=told[row["institution"]], begins_on=_day(row, "begins"),
        ends_on=_day(row, "ends"),
    )  # fmt: skip
    for state, why in later:
        take_step(action, by=by, state=state, why=why)
    for cited in row["asks"]:
        answer_ask(action, ask_of(cited), by=by)
    return action


def _day(row: dict[str, Any], name: str) -> date | None:
    """So many days from today."""
    return today() + timedelta(row[name]) if name in row else None


def _show(data: dict[str, Any], taken: dict[str, Action], by: User) -> None:
    def about(row: dict[str, Any]) -> About:
        return taken[row["action"]] if "action" in row else ask_of(row["ask"])

    for row in data["note"]:
        add_note(about(row), by=by, text=row["text"])
    for row in data["link"]:
        add_link(about(row), by=by, url=row["url"], text=row["text"])
    for row in data["figure"]:
        for key in row["figures"]:
            found = figure(asks_of(about(row)), key, by)
            if found and found.amount is not None:
                freeze_figure(about(row), by=by, figure=key, reported_on=today())


def _send(row: dict[str, Any], by: User) -> None:
    """`days` after the window began, or before where it is negative."""
    ask = ask_of(row["ask"])
    span = getattr(standing(windows_of(ask), today()), row["window"])
    sent_on = min(today(), span.first + timedelta(row["days"]))
    note_sending(ask, by=by, opens=span.first, sent_on=sent_on, what=row["what"])
