"""What can be written about who belongs together, and the page it stands on."""

from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from amparo.cases.files import both
from amparo.cases.models import Case
from amparo.cases.pages.deeds import Deed, FilePage
from amparo.design.parts import Row
from amparo.links.actions import linking, merging
from amparo.links.forms.pairs import LinkForm, MergeForm, SureForm, UndoForm


def _both(case: Case, other: UUID) -> list[Row]:
    return both(case.pk, other)


DEEDS: Mapping[str, Deed] = {
    "link": Deed(
        LinkForm, linking.link, _("Link another file"),
        _("Only whoever may see both files will see the link."), cites="bonds",
    ),
    "link-end": Deed(
        SureForm, linking.end_link, _("End the link"),
        _("The link was a mistake, or holds no more. Who recorded it stays written."),
        of_row=True, cites="bonds",
    ),
    "apart": Deed(
        SureForm, linking.tell_apart, _("It is not the same person"),
        _("These two files will not be shown again as possibly the same person’s."),
        of_row=True, cites="same_person", shows=_both,
    ),
    "merge": Deed(
        MergeForm, merging.propose_merge, _("It is the same person: merge the files"),
        _("A second person decides. Nothing is moved or rewritten, and it can be undone."),
        of_row=True, cites="same_person", shows=_both,
    ),
    "merge-end": Deed(
        UndoForm, merging.propose_undoing, _("Undo the merge"),
        _("A second person decides. The file is then as it was before, in every row."),
        cites="same_person",
    ),
}  # fmt: skip

PAGE = FilePage(
    name="links",
    space="links",
    title=_("Same person and links"),
    todo=_("Who belongs together"),
    sealed="",
    deeds=DEEDS,
    cites="bonds",
)
