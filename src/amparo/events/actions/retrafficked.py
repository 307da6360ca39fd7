from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.standing import Refused
from amparo.cases import happenings
from amparo.cases.announcements import announce
from amparo.cases.models import Case
from amparo.cases.pages.writing import begin, keep, refuse
from amparo.events.actions.alarms import stop
from amparo.events.models import Episode, EpisodeAnswer
from amparo.events.queries import open_episodes
from amparo.events.rules import episode_hindrance
from amparo.methods import clock
from amparo.people.country import today
from amparo.people.models import User

EVENT = "retrafficked"


@dataclass(frozen=True)
class Time:
    """From when until when, each with how sure the day is; no end while it lasts or is unknown."""

    since: date
    since_precision: str
    until: date | None = None
    until_precision: str = ""


@action
def note_episode(
    case: Case, time: Time, *, by: User, forms: tuple[str, ...], place: str, note: str = ""
) -> Episode:
    """The same person, the same file, another episode; its forms are the file's from now on."""
    case = begin(case, by=by)
    precise = bool(time.until_precision)
    refuse(episode_hindrance(time.since, time.until, precise=precise, today=today()))
    row = Episode(
        case=case, at=clock.now(), by=by, forms=list(forms), place=place, **vars(time)
    )  # fmt: skip
    row.effects = happenings.happen(EVENT, case, by=by, about=row.pk)
    keep(row, "trafficked again", by=by, note=note)
    case.forms = [*case.forms, *(code for code in forms if code not in case.forms)]
    case.save(update_fields=["forms"])
    announce(case)
    return row


@action
def answer_episode(
    case: Case, episode: UUID, *, by: User, measures: tuple[str, ...], note: str = ""
) -> EpisodeAnswer:
    """Write down how protection and identification go on; the time ends with the last of them."""
    case = begin(case, by=by)
    waiting = {row.pk: row for row in open_episodes(case)}
    if episode not in waiting:
        raise Refused(_("There is no such episode that waits for an answer."))
    row = EpisodeAnswer(
        case=case, at=clock.now(), by=by, episode=waiting[episode], measures=list(measures)
    )
    keep(row, "answered: trafficked again", by=by, note=note)
    if len(waiting) == 1:
        stop(case, EVENT)
    announce(case)
    return row
