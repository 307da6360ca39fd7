"""What the addresses of the commitments name: an ask, and what is done about it."""

from datetime import date
from io import StringIO
from typing import Any

from django.core.management import call_command

from amparo.cases.attachments.actions import examined
from amparo.cases.calendars.actions import Kind, make_calendar
from amparo.commitments.following.actions.asks import (
    note_sending,
    say_progress,
    take_back_sending,
)
from amparo.commitments.following.actions.register import add_institution, say_bond
from amparo.commitments.following.actions.showing import add_file
from amparo.commitments.following.actions.taking import take_action
from amparo.commitments.following.models import Bond, Progress
from amparo.commitments.lineage.actions import link_texts, say_of_two
from amparo.commitments.loading.actions.looking import bring
from amparo.commitments.loading.tests.texts import HOUSES
from amparo.commitments.models import Ask
from amparo.commitments.queries import asks, documents
from amparo.commitments.reports.actions import make
from amparo.commitments.reports.content import Choice
from amparo.commitments.reports.models import Report
from amparo.people.country import today
from amparo.people.models import User
from support.cast import Cast

OF_COMMITMENTS = (
    "institution", "change_institution", "end_institution", "instrument",
    "bond", "charge", "progress", "ask_evidence",
    "action", "change_action", "step", "answer",
    "stop_answering", "action_evidence", "evidence_file", "withdraw_evidence",
    "calendar_feed", "sent", "unsent",
)  # fmt: skip


def of_the_commitments(cast: Cast) -> dict[str, dict[str, Any]]:
    """An ask with somebody to answer for it, what is done about it, and what shows it."""
    by, about = cast.coordinator, asks().get(document="S2", number="5")
    day = date(2026, 7, 30)
    _said_once(about, day, by)
    rows = {
        "institution": add_institution(by=by, name_en="Ministry", name_fr="Ministère").pk,
        "instrument": "CRC", "ask": about.pk, "kind": "note",
        "secret": make_calendar(by=by, kind=Kind.COMMITMENTS),
        "action": take_action(by=by, title="A campaign", state="planned", ask=about).pk,
        "evidence_id": add_file(about, by=by, file=examined("plan.txt", b"The plan.")).pk,
        "sending": note_sending(about, by=by, opens=day, sent_on=day).pk,
    }  # fmt: skip
    return {
        **{f"commitments:{name}": rows for name in OF_COMMITMENTS},
        **_of_loading(by),
        **_of_reports(by),
        **_of_lineage(by),
    }


def _said_once(about: Ask, day: date, by: User) -> None:
    """A row of each kind that only grows."""
    say_bond("UNTOC", by=by, kind=Bond.Kind.NONE)
    say_progress(about, by=by, state=Progress.State.OPEN, why="Nobody has begun.")
    take_back_sending(note_sending(about, by=by, opens=day, sent_on=day), by=by)


def _of_loading(by: User) -> dict[str, dict[str, Any]]:
    """A text that waits to be looked at."""
    text = {"loading": bring(HOUSES, by=by).pk, "nth": 1}
    return {
        "commitments:loading": text,
        "commitments:part": text,
        "commitments:part_head": text,
        "commitments:part_text": text | {"place": 0},
        "commitments:part_asks": text | {"place": 2},
        "commitments:part_paragraph_step": text | {"place": 0, "step": "as-read"},
        "commitments:part_step": text | {"step": "leave-out"},
    }


def _of_reports(by: User) -> dict[str, dict[str, Any]]:
    """One of all that is asked of the country in a text, and not published."""
    call_command("load_texts", stdout=StringIO())
    made = make(Report.Kind.TEXT, Choice(document="S0"), by=by, as_of=today())
    file = {"report": made.pk, "shape": "csv"}
    return {
        "commitments:report": {"report": made.pk},
        "commitments:report_file": file,
        "commitments:report_step": {"report": made.pk, "step": "publish"},
        "public_commitments:report": {"report": made.pk},
        "public_commitments:file": file,
    }


def _of_lineage(by: User) -> dict[str, dict[str, Any]]:
    """Two texts of which one follows the other, and two asks that somebody said to be the same."""
    earlier, later = documents().get(pk="S3"), documents().get(pk="S2")
    one, other = asks().get(document="S3", number="1"), asks().get(document="S2", number="1")
    linked = link_texts(earlier, later, by=by, kind="again")
    return {
        "commitments:compare": {"earlier": "S3", "later": "S2"},
        "commitments:link_texts": {"earlier": "S2", "later": "S1"},
        "commitments:unlink_texts": {"descent": linked.pk},
        "commitments:two_asks": {"one": one.pk, "other": other.pk},
        "commitments:undo_two_asks": {"restatement": say_of_two(one, other, by=by, same=True).pk},
    }
