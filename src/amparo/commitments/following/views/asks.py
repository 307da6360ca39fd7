"""What is said of one ask: who answers for it, and where it stands."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.commitments.following.actions.asks import put_in_charge, say_progress
from amparo.commitments.following.forms import ChargeForm, ProgressForm
from amparo.commitments.following.presenters import address_of, heading_of
from amparo.commitments.following.queries import institution_of
from amparo.commitments.following.views.page import FormPage, form_page
from amparo.commitments.queries import asks


@requires(Act.KEEP_COMMITMENTS)
def charge(request: SignedInRequest, ask: int) -> HttpResponse:
    row = get_object_or_404(asks(), pk=ask)
    now = institution_of(row)
    page = FormPage(
        _("Which institution answers for this ask?"), heading_of(row), _("Put it in charge"),
        _("Who answers for it is saved."), address_of(row),
        _("If it is not in the list, add it among the institutions first."),
    )  # fmt: skip
    initial = {"institution": str(now.pk) if now else ""}
    form = ChargeForm(request.POST or None, initial=initial)
    return form_page(
        request, form, lambda data: put_in_charge(row, data["institution"], by=request.user), page
    )


@requires(Act.KEEP_COMMITMENTS)
def progress(request: SignedInRequest, ask: int) -> HttpResponse:
    row = get_object_or_404(asks(), pk=ask)
    page = FormPage(
        _("Where does this ask stand?"), heading_of(row), _("Save where it stands"),
        _("Where it stands is saved."), address_of(row),
    )  # fmt: skip
    form = ProgressForm(request.POST or None)
    return form_page(request, form, lambda data: say_progress(row, by=request.user, **data), page)
