from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from amparo.access.views import SignedInRequest, perform
from amparo.administration.queries import account
from amparo.design.forms import AmparoForm
from amparo.people.models import User


def account_or_404(wanted: UUID) -> User:
    found = account(wanted)
    if found is None:
        raise Http404
    return found


def form_page(
    request: SignedInRequest,
    form: AmparoForm,
    do: Callable[[dict[str, Any]], object],
    *,
    back: str,
    **words: object,
) -> HttpResponse:
    """One form: done, it leads back; refused, it says why. `words`: title, lead, button, done."""
    if request.method == "POST" and perform(form, do, by=request.user):
        messages.success(request, str(words["done"]))
        return redirect(back)
    return render(request, "administration/form.html", {"form": form, "back": back, **words})


def person_page(user: User) -> str:
    return reverse("administration:person", args=[user.pk])
