"""What the addresses of the commitments name: an ask, and what is done about it."""

from datetime import date
from typing import Any

from amparo.cases.attachments.actions import examined
from amparo.cases.calendars.actions import Kind, make_calendar
from amparo.commitments.following.actions.asks import note_sending
from amparo.commitments.following.actions.register import add_institution
from amparo.commitments.following.actions.showing import add_file
from amparo.commitments.following.actions.taking import take_action
from amparo.commitments.queries import asks
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
    rows = {
        "institution": add_institution(by=by, name_en="Ministry", name_fr="Ministère").pk,
        "instrument": "CRC", "ask": about.pk, "kind": "note",
        "secret": make_calendar(by=by, kind=Kind.COMMITMENTS),
        "action": take_action(by=by, title="A campaign", state="planned", ask=about).pk,
        "evidence_id": add_file(about, by=by, file=examined("plan.txt", b"The plan.")).pk,
        "sending": note_sending(about, by=by, opens=day, sent_on=day).pk,
    }  # fmt: skip
    return {f"commitments:{name}": rows for name in OF_COMMITMENTS}
