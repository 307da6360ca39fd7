"""A page of one form: shown, refused with its sentence, or done and back to where one was."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from amparo.access.views import SignedInRequest, perform
from amparo.design.forms import AmparoForm
from amparo.design.parts import Words


@dataclass(frozen=True)
class FormPage:
    """`about` stands above the heading, `button` under the form, `done` on the page after it."""

    heading: Words
    about: Words
    button: Words
    done: Words
    back: str
    notice: Words = ""


def form_page(
    request: SignedInRequest,
    form: AmparoForm,
    act: Callable[[dict[str, Any]], object],
    page: FormPage,
) -> HttpResponse:
    if request.method == "POST" and perform(form, act, by=request.user):
        messages.success(request, str(page.done))
        return redirect(page.back)
    context = {"form": form, "page": page}
    return render(request, "commitments/following/form.html", context)
