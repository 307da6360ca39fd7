"""How a view comes to a case: through what is shared with the user, or not at all."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from amparo.access.policy import SEALED, Act
from amparo.access.standing import is_allowed, standing_of
from amparo.access.views import REFUSED, STOPS, SignedInRequest, View, act_of, perform, sentence
from amparo.audit.actions import record
from amparo.audit.models import Decision
from amparo.cases.forms import PurposeForm
from amparo.cases.glance import erased
from amparo.cases.models import Case
from amparo.cases.pages.deeds import Subject
from amparo.cases.queries import cases_for
from amparo.design.forms import AmparoForm
from amparo.people.models import User

R = TypeVar("R")
# The name under which a browser would keep a paper says nothing.
NEUTRAL_NAME = "information.pdf"


def case_or_404(request: SignedInRequest, act: Act, reference: str) -> Case:
    """Absent and forbidden look alike, and so does what an erased file has no more."""
    case = get_object_or_404(cases_for(request.user), reference=reference)
    if not is_allowed(request.user, act, case.pk) or (act != Act.SEE_CASE and erased(case)):
        raise Http404
    return case


def form_page(
    request: SignedInRequest,
    case: Subject,
    form: AmparoForm,
    do: Callable[[dict[str, Any]], object],
    **words: object,
) -> HttpResponse:
    """One form about a case: done, it leads back to the case; refused, it says why.

    `words`: title, lead, button, done, cites; `then` is another page of the case to go on to, and
    `home` the one to go back to, named `back`.
    """
    if request.method == "POST" and perform(form, do, by=request.user):
        messages.success(request, str(words["done"]))
        return redirect(str(words.get("then", "cases:detail")), case.reference)
    home = {"home": "cases:detail", "back": _("Back to the file")}
    return render(request, "cases/form.html", {**home, "case": case, "form": form, **words})


def pdf(content: bytes) -> HttpResponse:
    """A paper, from memory to the printer of the room."""
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'attachment; filename="{NEUTRAL_NAME}"',
            "Cache-Control": "no-store",
        },
    )


def unless_sealed(view: View) -> View:
    """Say what is missing to whoever oversees the file and may not open what is sealed in it."""
    act = act_of(view)
    assert act in SEALED  # noqa: S101  told when the module loads, not when a page is asked for

    @wraps(view)
    def checked(request: SignedInRequest, reference: str) -> HttpResponseBase:
        case = _sealed_to(request.user, act, reference)
        if case is None:
            return view(request, reference)
        record(REFUSED, by=request.user, case=case.pk, purpose=act, decision=Decision.DENY)
        return render(request, "cases/sealed.html", {"case": case}, status=403)

    return checked


def _sealed_to(user: User, act: Act, reference: str) -> Case | None:
    """The case if `user` oversees it and nothing opens it to them yet."""
    if not standing_of(user).oversees:
        return None
    case = cases_for(user).filter(reference=reference).first()
    return case if case and not is_allowed(user, act, case.pk) else None


def opened(form: PurposeForm, read: Callable[[str], R]) -> R | None:
    """What `read` opens for the purpose that was sent; None with the reason on the form, or unsent.

    To open is to read: sent again it opens again, and is in the log again.
    """
    if not form.is_valid():
        return None
    try:
        with transaction.atomic():  # what was refused leaves the page's own transaction whole
            return read(form.cleaned_data["purpose"])
    except STOPS as stop:
        form.add_error(None, sentence(stop))
        return None
