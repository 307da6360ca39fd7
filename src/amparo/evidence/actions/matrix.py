"""What has to be shown, and what each item says of it."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.standing import Refused
from amparo.audit.actions import record
from amparo.evidence.actions.custody import item_or_refused
from amparo.evidence.actions.opening import opened_item
from amparo.evidence.models import Episode, Finding
from amparo.evidence.queries import episodes_of, findings_of
from amparo.justice.dossiers.writing import begin, keep
from amparo.justice.models import Dossier
from amparo.methods import clock
from amparo.people.country import today
from amparo.people.models import User


@action
def add_episode(
    dossier: Dossier, *, by: User, form: str, since: date, child: str, until: date | None = None
) -> Episode:
    """A form of exploitation over a period: its elements stand in the matrix from now on."""
    dossier = begin(dossier, by=by)
    if since > today() or (until and until < since):
        raise Refused(_("A period begins before it ends, and not after today."))
    same = [row for row in episodes_of(dossier) if (row.form, row.since) == (form, since)]
    if same:
        raise Refused(_("This form stands in the matrix already, from the same day."))
    row = Episode(
        dossier=dossier, at=clock.now(), by=by, form=form, since=since, until=until, child=child
    )
    return keep(row, "added an episode", by=by, purpose=form)


@action
def say_of(
    dossier: Dossier, item: UUID, *, by: User, target: tuple[UUID, str], says: str, note: str = ""
) -> Finding:
    """What an item says of one element (`target`: episode and element); an earlier word is kept."""
    dossier = begin(dossier, by=by)
    found, (episode, element) = item_or_refused(dossier, item), target
    if episode not in {row.pk for row in episodes_of(dossier)}:
        raise Refused(_("Add the form of exploitation and its period to the matrix first."))
    known = {(row.item_id, row.episode_id, row.element): row for row in findings_of(dossier)}
    if says == Finding.Says.NOTHING and (item, episode, element) not in known:
        raise Refused(_("This item says nothing of this element yet."))
    row = Finding(
        dossier=dossier, at=clock.now(), by=by, item=found, episode_id=episode, element=element,
        says=says,
    )  # fmt: skip
    if note.strip():
        opened_item(found, by=by).write(row, "note", note.strip())
    row.save(force_insert=True)
    record("weighed an item", by=by, case=dossier.pk, thing=row, purpose=f"{element}: {says}")
    return row
