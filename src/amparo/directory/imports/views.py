"""Services from a file: sent, looked at, decided on, brought in by the worker, taken back whole."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, perform, requires
from amparo.directory.buttons import press
from amparo.directory.imports import presenters
from amparo.directory.imports.actions.exports import take_out
from amparo.directory.imports.actions.looking import (
    answer,
    answer_all,
    look_at,
    say_columns,
    throw_away,
)
from amparo.directory.imports.actions.starting import start, start_undoing
from amparo.directory.imports.actions.working import do_now
from amparo.directory.imports.exporting import SHAPES
from amparo.directory.imports.forms import AnswersForm, ColumnsForm, EveryForm, SendForm
from amparo.directory.imports.models import ImportBatch, ImportRow
from amparo.directory.imports.queries import batches, rows_of
from amparo.methods import clock
from amparo.people.country import today

ROWS = 25
PAGE = "directory:import_batch"


@requires(Act.KEEP_DIRECTORY)
def overview(request: SignedInRequest) -> HttpResponse:
    form = SendForm(request.POST or None, request.FILES or None)
    made: list[ImportBatch] = []
    if request.method == "POST" and perform(
        form,
        lambda data: made.append(look_at(data["sent"], data["source"], by=request.user)),
        by=request.user,
    ):
        return redirect(PAGE, made[0].pk) if made else redirect("directory:imports")
    page = Paginator(batches(), ROWS).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "files": presenters.files(page), "shapes": SHAPES}
    return render(request, "directory/imports/overview.html", context | presenters.ending())


@requires(Act.KEEP_DIRECTORY)
def batch(request: SignedInRequest, imported: UUID) -> HttpResponse:
    found = _found(imported)
    context = presenters.batch_page(found, clock.now())
    return render(request, "directory/imports/batch.html", context)


@requires(Act.KEEP_DIRECTORY)
def columns(request: SignedInRequest, imported: UUID) -> HttpResponse:
    found = _found(imported)
    form = ColumnsForm(request.POST or None, request.FILES or None, batch=found)
    if request.method == "POST" and perform(
        form,
        lambda data: say_columns(found, data["columns"], by=request.user, sent=data["sent"]),
        by=request.user,
    ):
        return redirect(PAGE, found.pk)
    return render(request, "directory/imports/columns.html", {"form": form, "batch": found})


@requires(Act.KEEP_DIRECTORY)
def duplicates(request: SignedInRequest, imported: UUID) -> HttpResponse:
    found = _found(imported)
    page = Paginator(rows_of(found).asked(), ROWS).get_page(request.GET.get("page"))
    rows = list(page)
    form = AnswersForm(request.POST or None, rows=rows, like=presenters.alike(rows))
    if request.method == "POST" and perform(
        form, lambda _data: answer(found, form.answers(), by=request.user), by=request.user
    ):
        return _after(page, found)
    context = {"form": form, "batch": found, "page": page, "every": EveryForm(auto_id=False)}
    return render(request, "directory/imports/duplicates.html", context)


@requires(Act.KEEP_DIRECTORY)
@require_POST
def every_duplicate(request: SignedInRequest, imported: UUID) -> HttpResponse:
    found = _found(imported)
    return press(
        request,
        EveryForm(request.POST),
        lambda data: answer_all(found, data["every"], by=request.user),
        done=_("That is said for all of them."),
        back=presenters.address(found),
    )


@requires(Act.KEEP_DIRECTORY)
@require_safe
def faults(request: SignedInRequest, imported: UUID) -> HttpResponse:
    """What is wrong in which row, as a file to mend by; no cell of the file stands in it."""
    found = _found(imported)
    return _download(presenters.fault_file(found), "text/csv; charset=utf-8", "rows-to-mend.csv")


@requires(Act.KEEP_DIRECTORY)
@require_POST
def step(request: SignedInRequest, imported: UUID, step: str) -> HttpResponse:
    """The buttons of a batch, each once for each page that showed it."""
    found = _found(imported)
    if step not in STEPS:
        raise Http404
    do, done = STEPS[step]
    form = presenters.ButtonForm(request.POST)
    back = "directory:imports" if step == "throw-away" else PAGE
    if perform(form, lambda _data: do(found, by=request.user), by=request.user):
        messages.success(request, str(done))
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())))
        back = PAGE
    return redirect(back) if back == "directory:imports" else redirect(back, found.pk)


@requires(Act.KEEP_DIRECTORY)
def undo(request: SignedInRequest, imported: UUID) -> HttpResponse:
    """Asks first, and says what it would take back."""
    found = _found(imported)
    form = presenters.ButtonForm(request.POST or None)
    if request.method == "POST" and perform(
        form, lambda _data: start_undoing(found, by=request.user), by=request.user
    ):
        messages.success(request, str(presenters.STARTED))
        return redirect(PAGE, found.pk)
    context = {"batch": found, "form": form, "counts": presenters.counts(found)}
    return render(request, "directory/imports/undo.html", context)


@requires(Act.KEEP_DIRECTORY)
@require_safe
def export(request: SignedInRequest, shape: str) -> HttpResponse:
    if shape not in SHAPES:
        raise Http404
    kind, _make = SHAPES[shape]
    data = take_out(shape, by=request.user)
    return _download(data, kind, f"services-{today():%Y-%m-%d}.{shape}")


def _found(imported: UUID) -> ImportBatch:
    return get_object_or_404(batches(), pk=imported)


def _after(page: Page[ImportRow], found: ImportBatch) -> HttpResponse:
    """On to the next page of questions, or back."""
    answer = redirect("directory:import_duplicates", found.pk)
    if not page.has_next():
        return redirect(PAGE, found.pk)
    answer.headers["Location"] += f"?page={page.next_page_number()}"
    return answer


def _download(data: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


STEPS = {
    "start": (start, presenters.STARTED),
    "now": (do_now, presenters.DONE),
    "throw-away": (throw_away, presenters.THROWN_AWAY),
}
