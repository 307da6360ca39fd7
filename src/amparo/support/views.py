"""Health notes of one's own unit: listed without a word of them, opened by POST with a purpose."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.cases.forms import PurposeForm
from amparo.cases.glance import erased
from amparo.cases.views.scope import case_or_404, form_page, opened
from amparo.support.actions.health import note_health, open_health
from amparo.support.forms.health import HealthForm
from amparo.support.queries import health_notes


@requires(Act.WRITE_HEALTH)
def health(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.WRITE_HEALTH, reference)
    form = PurposeForm(request.POST or None)
    notes = health_notes(request.user, case)
    rows = None
    if notes:
        rows = opened(form, lambda purpose: open_health(case, by=request.user, purpose=purpose))
    context = {
        "case": case, "form": form, "notes": notes, "rows": rows, "erased": erased(case),
    }  # fmt: skip
    return render(request, "support/health.html", context)


@requires(Act.WRITE_HEALTH)
def add(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.WRITE_HEALTH, reference)
    return form_page(
        request,
        case,
        HealthForm(request.POST or None),
        lambda data: note_health(case, by=request.user, **data),
        title=_("Write a health note"),
        lead=_(
            "Your unit alone opens it: no other service, no authority and no investigator does."
        ),
        button=_("Seal the note"),
        done=_("The note is sealed."),
        cites="health_notes",
        then="support:health",
    )
