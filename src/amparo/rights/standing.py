"""Parts of the copy: where the person stands, what comes next, consents, who sees and looked."""

from amparo.access.policy import Purpose
from amparo.cases.clocks.queries import running_clocks
from amparo.cases.consents.queries import grounds_of, live_consents
from amparo.cases.models import Status
from amparo.cases.queries import rows_of, shares_of
from amparo.people.models import Mandate
from amparo.rights.looked import looks, sentences
from amparo.rights.parts import Given, Line, Section
from amparo.rights.queries import readers_of, readings_of


def stand(given: Given) -> Section:
    speaker = given.speaker
    steps = rows_of(Status, given.case).in_order()
    lines = [Line(speaker.tell("opened", day=speaker.day(given.case.opened_at)))]
    lines += [
        Line(
            speaker.tell("on_day", day=speaker.day(row.at), what=speaker.tell(f"state_{row.state}"))
        )
        for row in steps
    ]
    return Section(speaker.tell("head_stand"), tuple(lines), listed=True)


def comes_next(given: Given) -> Section:
    speaker = given.speaker
    clocks = running_clocks(given.case)
    lines = [Line(speaker.clock(row.rule, speaker.day(row.due_at))) for row in clocks]
    return Section(
        speaker.tell("head_next"), tuple(lines) or (Line(speaker.tell("next_none")),), listed=True
    )


def yes(given: Given) -> Section:
    """What was agreed to and how to end it; what stood for a yes, and why."""
    speaker = given.speaker
    lines = []
    for row in live_consents(given.case):
        parts = {
            "day": speaker.day(row.at),
            "purpose": speaker.code("purpose", row.purpose),
            "recipients": speaker.tell(f"recipients_{row.recipients}"),
        }
        until = {"until": speaker.day(row.until)} if row.until else {}
        lines.append(speaker.tell("yes_until" if until else "yes", **parts, **until))
    lines = lines or [speaker.tell("yes_none")]
    lines += [
        speaker.tell(
            "ground", day=speaker.day(row.at), purpose=speaker.code("purpose", row.purpose),
            ground=speaker.code("ground", row.ground),
        )
        for row in grounds_of(given.case)
    ]  # fmt: skip
    return Section(
        speaker.tell("head_yes"), tuple(map(Line, lines)), lead=(Line(speaker.tell("end_yes")),),
        listed=True,
    )  # fmt: skip


def see(given: Given) -> Section:
    speaker, hide = given.speaker, given.without("services")
    purposes: dict[str, set[str]] = {}
    for grant in shares_of(given.case):
        service = hide and Mandate.SERVICE_PROVIDER in grant.unit.mandates
        name = speaker.tell("a_service") if service else grant.unit.name
        purposes.setdefault(name, set()).add(grant.purpose)
    lines = [speaker.tell("see_bureau")]
    for name, held in purposes.items():
        lines.append(
            speaker.tell("see_identity" if Purpose.IDENTITY in held else "see_file", unit=name)
        )
    return Section(speaker.tell("head_see"), tuple(map(Line, lines)), listed=True)


def looked(given: Given) -> Section | None:
    if given.without("looked"):
        return None
    speaker, rows = given.speaker, readings_of(given.case)
    found = looks(rows, readers_of(rows, given.case))
    lines = sentences(found, speaker, without_services=given.without("services"))
    return Section(
        speaker.tell("head_looked"),
        tuple(map(Line, lines or [speaker.tell("looked_none")])),
        lead=(Line(speaker.tell("lead_looked")),),
        listed=True,
    )
