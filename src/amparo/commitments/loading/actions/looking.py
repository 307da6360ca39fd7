"""Bring a text, say what was read wrongly in it, let it enter or leave it out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require
from amparo.audit.actions import record
from amparo.commitments.actions import outlines
from amparo.commitments.loading import items
from amparo.commitments.loading.actions.documents import document_for
from amparo.commitments.loading.actions.entering import keep
from amparo.commitments.loading.blocks import items_in, reread
from amparo.commitments.loading.drafts import drafts_of
from amparo.commitments.loading.items import Clause, Item
from amparo.commitments.loading.models import Correction, LoadedPart, Loading, State
from amparo.commitments.loading.outcomes import OF_THE_HEAD, Outcome, outcomes
from amparo.commitments.loading.words import REFUSALS, UNREADABLE
from amparo.commitments.models import Document
from amparo.methods import clock
from amparo.methods.resolutions import Document as Read
from amparo.methods.resolutions import NotAResolution, read
from amparo.methods.sessions.ordinals import Language
from amparo.people.models import User


@action
def bring(
    text: str, *, by: User, file_name: str = "", digest: str = "", document: Read | None = None
) -> Loading:
    """Read it, unless the file said what it is made of, and keep that until somebody has looked."""
    require(by, Act.KEEP_COMMITMENTS)
    try:
        found = document or read(text)
    except NotAResolution as refusal:
        raise Refused(str(REFUSALS.get(refusal.code, UNREADABLE))) from refusal
    loading = Loading(
        by=by,
        at=clock.now(),
        file_name=file_name,
        digest=digest or hashlib.sha256(text.encode()).hexdigest(),
        language=found.language,
        text=text,
    )
    loading.save(force_insert=True)
    LoadedPart.objects.bulk_create(
        LoadedPart(
            loading=loading,
            nth=nth,
            scope=draft.scope,
            head=draft.head.as_data(),
            items=[item.as_data() for item in draft.items],
        )
        for nth, draft in enumerate(drafts_of(found, outlines()), start=1)
    )
    record("brought a text", by=by, thing=loading)
    return loading


@action
def correct_head(part: LoadedPart, said: Mapping[str, str], *, by: User) -> LoadedPart:
    """What it is. When or by whom it is said changes what its sessions mean: they are read anew."""
    part = _open(part, by=by)
    _correct(part, OF_THE_HEAD, dict(said), by=by)
    head = outcomes(part).head
    meant = head.said(_language(part), part.loading.text)
    part.items = [reread(items.from_data(data), meant).as_data() for data in part.items]
    part.save(update_fields=["items"])
    return part


@action
def correct_text(
    part: LoadedPart, outcome: Outcome, text: str, *, by: User, place: str, number: str
) -> None:
    """What its paragraph says, is, and is numbered. An empty text: it is no paragraph at all."""
    part = _open(part, by=by)
    said = outcomes(part).head.said(_language(part), part.loading.text)
    like = replace(outcome.read, place=place, number=number)
    _say(part, outcome, items_in(text, like, said), by=by)


@action
def join_to_the_one_before(part: LoadedPart, outcome: Outcome, *, by: User) -> None:
    """A page or a footnote had cut one paragraph in two."""
    part = _open(part, by=by)
    found = outcomes(part)
    before = next((each for each in reversed(found.paragraphs[: outcome.place]) if each.said), None)
    if before is None or not outcome.said:
        raise Refused(_("There is no paragraph above this one."))
    *rest, last = before.said
    words = " ".join([last.text, *(item.text for item in outcome.said)])
    nested = [*last.subparagraphs, *(s for item in outcome.said for s in item.subparagraphs)]
    said = found.head.said(_language(part), part.loading.text)
    joined = reread(replace(last, text=words, subparagraphs=nested), said)
    _say(part, before, [*rest, joined], by=by)
    _say(part, outcome, [], by=by)


@action
def correct_asks(
    part: LoadedPart, outcome: Outcome, clauses: Sequence[Sequence[Clause]], *, by: User
) -> None:
    """What each of its verbs asks of whom, by when: `clauses` for each paragraph that it became."""
    part = _open(part, by=by)
    now = outcomes(part).paragraphs[outcome.place].said
    if len(now) != len(clauses):
        raise Refused(_("Somebody changed this paragraph meanwhile. Look at it again."))
    said = [replace(item, clauses=tuple(own)) for item, own in zip(now, clauses, strict=True)]
    _say(part, outcome, said, by=by)


@action
def take_back(part: LoadedPart, outcome: Outcome, *, by: User) -> None:
    """As it was read, again."""
    part = _open(part, by=by)
    Correction.objects.filter(scope=part.scope, digest=outcome.key).delete()
    record("took a correction back", by=by, thing=part)


@action
def enter(part: LoadedPart, *, by: User) -> Document:
    """A person has compared it with the text: from now on it is followed up."""
    part = _open(part, by=by)
    found = outcomes(part)
    if not found.head.key:
        raise Refused(_("Say first how this text is cited here."))
    _refuse_twice(found.items)
    _refuse_the_name_of_another(found.head.key, part)
    document = document_for(found.head, part.loading)
    keep(document, found.items, part.loading.digest)
    part.document = document
    _close(part, State.ENTERED, by=by)
    record("let a text enter", by=by, thing=part)
    return document


@action
def leave_out(part: LoadedPart, *, by: User) -> None:
    part = _open(part, by=by)
    _close(part, State.LEFT_OUT, by=by)
    record("left a text out", by=by, thing=part)


@action
def look_again(part: LoadedPart, *, by: User) -> None:
    """It waits once more; what entered stays until it enters again."""
    require(by, Act.KEEP_COMMITMENTS)
    part = LoadedPart.objects.select_for_update().get(pk=part.pk)
    part.state, part.seen_by, part.seen_at = State.WAITING, None, None
    part.save(update_fields=["state", "seen_by", "seen_at"])
    record("looked at a text again", by=by, thing=part)


def _open(part: LoadedPart, *, by: User) -> LoadedPart:
    require(by, Act.KEEP_COMMITMENTS)
    found = LoadedPart.objects.select_for_update(of=("self",)).select_related("loading")
    part = found.get(pk=part.pk)
    if part.state != State.WAITING:
        raise Refused(_("This text was looked at already. Open it again to change it."))
    return part


def _close(part: LoadedPart, state: State, *, by: User) -> None:
    part.state, part.seen_by, part.seen_at = state, by, clock.now()
    part.save(update_fields=["state", "seen_by", "seen_at", "document"])


def _say(part: LoadedPart, outcome: Outcome, said: Sequence[Item], *, by: User) -> None:
    _correct(part, outcome.key, [item.as_data() for item in said], by=by)


def _correct(part: LoadedPart, digest: str, said: Any, *, by: User) -> None:  # noqa: ANN401  JSON of two kinds
    Correction.objects.update_or_create(
        scope=part.scope, digest=digest, defaults={"said": said, "by": by, "at": clock.now()}
    )
    record("corrected a text", by=by, thing=part)


LONGEST_NUMBER = 12  # letters of items come behind it


def _language(part: LoadedPart) -> Language:
    return "fr" if part.loading.language == "fr" else "en"


def _refuse_the_name_of_another(key: str, part: LoadedPart) -> None:
    """Of a text with another title, whose paragraphs this one would take away."""
    others = LoadedPart.objects.filter(document=key).exclude(scope=part.scope)
    if others.exists() and not Document.objects.filter(key=key, shipped=True).exists():
        raise Refused(
            _("Another text is cited as %(key)s already. Say otherwise how this one is cited.")
            % {"key": key}
        )


def _refuse_twice(said: Sequence[Item]) -> None:
    """Two paragraphs of one number cannot both be cited by it."""
    numbers = [item.number for item in said]
    if not all(0 < len(number) <= LONGEST_NUMBER for number in numbers):
        raise Refused(_("Write it like 5, II.5 or pp5."))
    twice = sorted({number for number in numbers if numbers.count(number) > 1})
    if twice:
        raise Refused(
            _("Two paragraphs have the number %(number)s. Correct one of them.")
            % {"number": ", ".join(twice)}
        )
