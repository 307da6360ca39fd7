"""Every write of a screening. What somebody saw or was told is theirs: no other hand changes it."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.actions import OWN_RECORD, share
from amparo.access.policy import THE_FILE, Act, Recipient
from amparo.access.standing import Refused, require_on_case, standing_of, unit_for
from amparo.audit.actions import record
from amparo.methods import clock
from amparo.people.country import day_of
from amparo.people.models import User
from amparo.screening import questionnaire
from amparo.screening.answers import Answer
from amparo.screening.assessment import assess
from amparo.screening.models import Screening
from amparo.screening.pages import Page


@action
def start(*, by: User, key: UUID, case: UUID | None = None) -> Screening:
    """Begin a screening whose id is the form's `key`; the same key again gives the same one.

    `case`: a file that waits for its screening, which whoever calls has asked for.

    May raise Refused when no unit of `by` screens.
    """
    unit = unit_for(by, Act.SCREEN)
    begun = Screening.objects.filter(pk=key, by=by).first()
    if begun:
        return begun
    screening = Screening(
        pk=key,
        unit=unit,
        by=by,
        questionnaire_version=questionnaire.load().version,
        started_at=clock.now(),
    )
    if case:
        screening.case_id = case
    else:
        share(screening.case_id, unit, THE_FILE, by=by, under=OWN_RECORD, recipient=Recipient.OWN)
    screening.save(force_insert=True)
    record("began a screening", by=by, case=screening.case_id, thing=screening)
    return screening


@action
def answer(screening: Screening, page: Page, value: Answer, *, by: User) -> None:
    """Keep what `Questionnaire.validate` made of the form sent from `page`. May raise Refused."""
    draft = _draft(screening, by)
    draft.answers[page.slug] = value
    draft.save(update_fields=["answers"])
    record("answered a question", by=by, case=draft.case_id, thing=draft)


@action
def answer_together(screening: Screening, answers: dict[str, Answer], *, by: User) -> None:
    """Keep the answers of several pages sent at once. May raise Refused."""
    draft = _draft(screening, by)
    draft.answers |= answers
    draft.save(update_fields=["answers"])
    record("answered questions", by=by, case=draft.case_id, thing=draft)


@action
def finish(screening: Screening, *, by: User) -> Screening:
    """Assess the answers and store the class they come to. May raise Refused.

    Answers of pages that were left again (another age, a sign taken back) go: nobody may read
    them later as said.
    """
    draft, questions = _draft(screening, by), questionnaire.load()
    if questions.missing(draft.answers):
        raise Refused(_("Some questions still want an answer."))
    kept = {page.slug for page in questions.shown(draft.answers)}
    draft.answers = {slug: value for slug, value in draft.answers.items() if slug in kept}
    draft.result = assess(questions.facts(draft.answers)).result
    draft.finished_at = clock.now()
    draft.save(update_fields=["answers", "result", "finished_at"])
    record("finished a screening", by=by, case=draft.case_id, thing=draft)
    return draft


@action
def discard(screening: Screening, *, by: User) -> None:
    """Delete a draft with all its answers. May raise Refused."""
    draft = _draft(screening, by)
    record("discarded a screening", by=by, case=draft.case_id, thing=draft)
    draft.delete()


def _draft(screening: Screening, by: User) -> Screening:
    """The row as it stands now, held until the transaction ends. May raise Refused."""
    require_on_case(by, Act.OPEN_FILE, screening.case_id)
    draft = Screening.objects.select_for_update().get(pk=screening.pk)
    if draft.by_id != by.pk:
        raise Refused(_("Only the person who began this screening can change it."))
    if draft.finished_at:
        raise Refused(_("This screening is finished. Its answers can no longer be changed."))
    return draft


def forget(case_id: UUID) -> None:
    """In the transaction that destroys a file's keys: what was answered goes with them."""
    Screening.objects.filter(case_id=case_id).update(answers={})


@action
def purge_drafts(is_too_old: Callable[[date], bool], *, by: User) -> int:
    """Delete the drafts begun on a day that is too old; how many. Raises Refused."""
    if not standing_of(by).oversees:
        raise Refused(_("Only the bureau sees every draft, so only the bureau deletes old ones."))
    drafts = Screening.objects.drafts().select_for_update().order_by("pk")
    old = [draft for draft in drafts if is_too_old(day_of(draft.started_at))]
    for draft in old:
        record("purged a draft", by=by, case=draft.case_id, thing=draft)
        draft.delete()
    return len(old)
