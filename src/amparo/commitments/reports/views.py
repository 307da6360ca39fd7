"""Reports: made here, read by whoever is signed in, and by everybody once they are published."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from amparo.access.policy import Act, may
from amparo.access.standing import standing_of
from amparo.access.views import SignedInRequest, perform, requires
from amparo.commitments.clause_words import language
from amparo.commitments.reports import presenters
from amparo.commitments.reports.actions import make, publish, take_off
from amparo.commitments.reports.forms import PublishForm, ReportForm
from amparo.commitments.reports.models import Report
from amparo.commitments.reports.queries import reports
from amparo.commitments.reports.writers import WRITERS, written
from amparo.design.forms import AmparoForm
from amparo.directory.buttons import press

REPORTS = 25


@requires(Act.SEE_COMMITMENTS)
def overview(request: SignedInRequest) -> HttpResponse:
    page = Paginator(reports(), REPORTS).get_page(request.GET.get("page"))
    context = {"page": page, "reports": presenters.tasks(page), "may_keep": _keeps(request)}
    return render(request, "commitments/reports/overview.html", context)


@requires(Act.KEEP_COMMITMENTS)
def new(request: SignedInRequest) -> HttpResponse:
    form = ReportForm(request.POST or None)
    made: list[Report] = []
    if request.method == "POST" and perform(
        form,
        lambda data: made.append(
            make(data["kind"], form.choice(), by=request.user, as_of=data["as_of"])
        ),
        by=request.user,
    ):
        return (
            redirect("commitments:report", made[0].pk) if made else redirect("commitments:reports")
        )
    return render(request, "commitments/reports/new.html", {"form": form})


@requires(Act.SEE_COMMITMENTS)
def report(request: SignedInRequest, report: UUID) -> HttpResponse:
    found = get_object_or_404(reports(), pk=report)
    context = presenters.page(found, "commitments:report_file") | {
        "may_keep": _keeps(request),
        "publish": PublishForm(),
    }
    return render(request, "commitments/reports/report.html", context)


@requires(Act.SEE_COMMITMENTS)
@require_safe
def report_file(request: SignedInRequest, report: UUID, shape: str) -> HttpResponse:
    return _file(get_object_or_404(reports(), pk=report), shape)


@requires(Act.KEEP_COMMITMENTS)
@require_POST
def report_step(request: SignedInRequest, report: UUID, step: str) -> HttpResponse:
    found = get_object_or_404(reports(), pk=report)
    if step not in STEPS:
        raise Http404
    do, done, form = STEPS[step]
    return press(
        request,
        form(request.POST),
        lambda _data: do(found, by=request.user),
        done=done,
        back=reverse("commitments:report", args=[found.pk]),
    )


@login_not_required
@require_safe
def public(request: HttpRequest) -> HttpResponse:
    """What the country has published of what it does about what is asked of it."""
    found = presenters.tasks(reports().public(), "public_commitments:report")
    return render(request, "commitments/reports/public.html", {"reports": found})


@login_not_required
@require_safe
def public_report(request: HttpRequest, report: UUID) -> HttpResponse:
    found = get_object_or_404(reports().public(), pk=report)
    context = presenters.page(found, "public_commitments:file")
    return render(request, "commitments/reports/public_report.html", context)


@login_not_required
@require_safe
def public_file(request: HttpRequest, report: UUID, shape: str) -> HttpResponse:
    return _file(get_object_or_404(reports().public(), pk=report), shape)


def _file(report: Report, shape: str) -> HttpResponse:
    if shape not in WRITERS:
        raise Http404
    media_type, _write = WRITERS[shape]
    content = written(report.pk, shape, language())
    response = HttpResponse(content, content_type=media_type)
    name = f"report-{report.as_of:%Y-%m-%d}.{shape}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _keeps(request: SignedInRequest) -> bool:
    return may(standing_of(request.user), Act.KEEP_COMMITMENTS)


STEPS = {
    "publish": (publish, _("Everybody can read it now, without signing in."), PublishForm),
    "take-off": (take_off, _("It is no longer on the public page."), AmparoForm),
}
