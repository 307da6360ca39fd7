"""Evidence: what shows that an ask is answered. Added, withdrawn, brought back."""

import hashlib
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from amparo.access.acting import action
from amparo.access.standing import Refused
from amparo.audit.actions import record
from amparo.cases.attachments.actions import Upload
from amparo.cases.attachments.words import MEDIA_TYPES
from amparo.commitments import live
from amparo.commitments.following.models import Action, Evidence, Institution
from amparo.commitments.following.queries import institution_of
from amparo.commitments.following.rights import require_to_speak_for
from amparo.commitments.models import Ask
from amparo.methods import clock, uploads
from amparo.people.models import User

About = Action | Ask


@action
def add_note(about: About, *, by: User, text: str) -> Evidence:
    return _add(about, by=by, kind=Evidence.Kind.NOTE, text=text)


@action
def add_link(about: About, *, by: User, url: str, text: str = "") -> Evidence:
    if not url.startswith("https://"):
        raise Refused(_("Only an address that begins with https:// is taken."))
    return _add(about, by=by, kind=Evidence.Kind.LINK, url=url, text=text)


@action
def add_file(about: About, *, by: User, file: Upload, text: str = "") -> Evidence:
    """The copy without hidden data is kept, where its kind has one. Raises Refused."""
    try:
        cleaned = uploads.clean(file.kind, file.data)
    except uploads.CannotClean as error:
        sentence = _("%(name)s could not be freed of hidden data. Save it as another PDF.")
        raise Refused(sentence % {"name": file.name}) from error
    content = file.data if cleaned is None else cleaned
    return _add(
        about, by=by, kind=Evidence.Kind.FILE, text=text, file_name=file.name,
        media_type=MEDIA_TYPES[file.kind], content=content,
        digest=hashlib.sha256(content).hexdigest(),
    )  # fmt: skip


@action
def freeze_figure(about: About, *, by: User, figure: str, reported_on: date) -> Evidence:
    """Keep a live figure as it stands now, in both languages, as what is reported on that day."""
    said = {}
    for language in ("en", "fr"):
        with override(language):
            said[language] = live.figure(asks_of(about), figure, by)
    english, french = said["en"], said["fr"]
    if english is None or french is None or english.amount is None:
        raise Refused(_("This figure is not shown, so it cannot be reported."))
    return _add(
        about, by=by, kind=Evidence.Kind.FIGURE, figure=figure, value=str(english.amount),
        sentence_en=english.in_full, sentence_fr=french.in_full, reported_on=reported_on,
        counted_at=english.as_of or clock.now(),
    )  # fmt: skip


def asks_of(about: About) -> list[Ask]:
    """The ask itself, or all that the action answers."""
    if isinstance(about, Ask):
        return [about]
    return list(about.asks.select_related("document").order_by("position"))


def _add(about: About, *, by: User, **fields: Any) -> Evidence:
    _require(about, by=by)
    name = "ask" if isinstance(about, Ask) else "action"
    row = Evidence.objects.create(by=by, at=clock.now(), **{name: about}, **fields)
    record("added evidence of an answer", by=by, thing=row)
    return row


@action
def withdraw(row: Evidence, *, by: User) -> None:
    """It shows nothing any more; it stays readable, and can be brought back."""
    _require(row.about, by=by)
    row.withdrawn_at = clock.now()
    row.save(update_fields=["withdrawn_at"])
    record("withdrew evidence of an answer", by=by, thing=row)


@action
def bring_back(row: Evidence, *, by: User) -> None:
    _require(row.about, by=by)
    row.withdrawn_at = None
    row.save(update_fields=["withdrawn_at"])
    record("brought back evidence of an answer", by=by, thing=row)


def institution_in_charge(about: About) -> Institution | None:
    return about.institution if isinstance(about, Action) else institution_of(about)


def _require(about: About, *, by: User) -> None:
    require_to_speak_for(by, institution_in_charge(about))
