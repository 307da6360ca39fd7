"""Make a report, put it on the public page, take it off."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import override

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require
from amparo.audit.actions import record
from amparo.commitments.reports.content import Choice, chosen, content, title
from amparo.commitments.reports.models import Report
from amparo.commitments.reports.queries import reports
from amparo.methods import clock
from amparo.people.country import today
from amparo.people.models import User

LANGUAGES = ("en", "fr")


@action
def make(kind: str, choice: Choice, *, by: User, as_of: date) -> Report:
    """What is known on that day, in both languages; from then on it stays as it is."""
    require(by, Act.KEEP_COMMITMENTS)
    if as_of > today():
        raise Refused(_("A report tells what is known: its day may not be to come."))
    if not chosen(kind, choice):
        raise Refused(_("Nothing is asked of this country there. Choose otherwise."))
    said, called = {}, {}
    for language in LANGUAGES:
        with override(language):
            said[language] = content(kind, choice, as_of, by)
            called[language] = title(kind, choice)[:200]
    report = Report.objects.create(
        by=by,
        at=clock.now(),
        kind=kind,
        title_en=called["en"],
        title_fr=called["fr"],
        as_of=as_of,
        choice=_as_data(choice),
        content=said,
    )
    record("made a report", by=by, thing=report)
    return report


@action
def publish(report: Report, *, by: User) -> None:
    """Everybody may read it, without signing in."""
    _set_public(report, by=by, public=True)
    record("published a report", by=by, thing=report)


@action
def take_off(report: Report, *, by: User) -> None:
    _set_public(report, by=by, public=False)
    record("took a report off the public page", by=by, thing=report)


def _set_public(report: Report, *, by: User, public: bool) -> None:
    require(by, Act.KEEP_COMMITMENTS)
    row = reports().select_for_update().get(pk=report.pk)
    row.public_since = clock.now() if public else None
    row.save(update_fields=["public_since"])


def _as_data(choice: Choice) -> dict[str, object]:
    return {
        "document": choice.document,
        "capability": choice.capability,
        "instrument": choice.instrument,
        "numbers": [str(each) for each in choice.numbers],
    }
