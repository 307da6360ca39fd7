"""Bringing files in: look first, then send the same file once more; it is kept nowhere between."""

import hashlib
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.standing import standing_of
from amparo.access.views import STOPS, SignedInRequest, perform, requires, sentence
from amparo.exchange.arriving.bringing import bring_in
from amparo.exchange.arriving.looking import Look, look_at
from amparo.exchange.formats import NotRead
from amparo.exchange.forms import SendForm
from amparo.exchange.presenters import batch_rows, look_words
from amparo.exchange.queries import batches_of, files_of


@requires(Act.OPEN_FILE)
def arrive(request: SignedInRequest) -> HttpResponse:
    form = SendForm(request.POST or None, request.FILES or None)
    look = _look(request, form) if request.method == "POST" and form.is_valid() else None
    if look and look.fits and _is_what_was_seen(form) and _brought(request, form, look):
        messages.success(request, _("The files are brought in. Screen each as soon as you can."))
        return redirect("arrivals:batch", form.cleaned_data["key"])
    context: dict[str, Any] = {"form": form, "batches": batches_of(request.user)[:10]}
    if look:
        context |= look_words(look) | {"again": _again(form)}
    return render(request, "exchange/arrive.html", context)


@requires(Act.OPEN_FILE)
def batch(request: SignedInRequest, batch: UUID) -> HttpResponse:
    row = get_object_or_404(batches_of(request.user), pk=batch)
    files = batch_rows(files_of(row, request.user), standing_of(request.user))
    return render(request, "exchange/batch.html", {"batch": row, "files": files})


def _look(request: SignedInRequest, form: SendForm) -> Look | None:
    data = form.cleaned_data
    name, content = data["file"]
    try:
        with transaction.atomic():  # what was refused leaves the page's own transaction whole
            return look_at(
                name, content, by=request.user, source=data["source"], encoding=data["encoding"]
            )
    except NotRead as wrong:
        form.add_error("file", str(wrong))
    except STOPS as stop:
        form.add_error(None, sentence(stop))
    return None


def _brought(request: SignedInRequest, form: SendForm, look: Look) -> bool:
    key = form.cleaned_data["key"]
    return perform(form, lambda _data: bring_in(look, by=request.user, key=key), by=request.user)


def _mark(form: SendForm) -> str:
    """What the preview was of: the same file under the same name of a system."""
    name, content = form.cleaned_data["file"]
    said = f"{form.cleaned_data['source']}\x1f{form.cleaned_data['encoding']}\x1f{name}\x1f"
    return hashlib.sha256(said.encode() + content).hexdigest()


def _is_what_was_seen(form: SendForm) -> bool:
    return bool(form.cleaned_data["seen"] == _mark(form))


def _again(form: SendForm) -> SendForm:
    """The form of the second step: it says what was looked at, and asks for the file once more."""
    data = form.cleaned_data
    return SendForm(
        initial={"source": data["source"], "encoding": data["encoding"], "seen": _mark(form)}
    )
