from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.standing import Refused
from amparo.cases import happenings
from amparo.cases.announcements import announce
from amparo.cases.models import Case
from amparo.cases.pages.writing import begin, keep, refuse
from amparo.events.actions.alarms import stop
from amparo.events.models import LanguageChange, ToldAnew
from amparo.events.queries import untold_changes
from amparo.events.rules import languages_hindrance
from amparo.methods import clock
from amparo.people.models import User

EVENT = "language"


@action
def change_languages(
    case: Case, *, by: User, languages: tuple[str, ...], reason: str, anew: tuple[str, ...]
) -> LanguageChange:
    """The file names these languages from now on; what was said in others is told anew."""
    case = begin(case, by=by)
    refuse(languages_hindrance(case.languages, languages))
    row = LanguageChange(
        case=case, at=clock.now(), by=by, before=case.languages, languages=list(languages),
        reason=reason, anew=list(anew),
    )  # fmt: skip
    row.effects = happenings.happen(EVENT, case, by=by, about=row.pk)
    keep(row, "languages changed", by=by, purpose=reason)
    case.languages = list(languages)
    case.save(update_fields=["languages"])
    announce(case)
    return row


@action
def tell_anew(case: Case, change: UUID, *, by: User, language: str, understood: bool) -> ToldAnew:
    """What was to be told anew was told; the time ends with the last change."""
    case = begin(case, by=by)
    waiting = {row.pk: row for row in untold_changes(case)}
    if change not in waiting:
        raise Refused(_("Nothing is left to be told anew after that change."))
    row = ToldAnew(
        case=case, at=clock.now(), by=by, change=waiting[change], language=language,
        understood=understood,
    )  # fmt: skip
    keep(row, "told anew", by=by, purpose=language)
    if len(waiting) == 1:
        stop(case, EVENT)
    announce(case)
    return row
