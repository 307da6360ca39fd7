"""The institutions of the country, and by which instruments it is bound."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amparo.access.policy import Act, may
from amparo.access.standing import standing_of
from amparo.access.views import SignedInRequest, requires
from amparo.commitments.following import register
from amparo.commitments.following.actions.register import (
    add_institution,
    change_institution,
    end_institution,
    say_bond,
    take_up_institution,
)
from amparo.commitments.following.forms import BondForm, InstitutionForm
from amparo.commitments.following.queries import bonds
from amparo.commitments.following.queries import institutions as all_institutions
from amparo.commitments.following.views.page import FormPage, form_page
from amparo.design.forms import AmparoForm
from amparo.directory.buttons import press


def keeps(request: SignedInRequest) -> bool:
    return may(standing_of(request.user), Act.KEEP_COMMITMENTS)


@requires(Act.SEE_COMMITMENTS)
def institutions(request: SignedInRequest) -> HttpResponse:
    rows = all_institutions().with_counts()
    context = {"rows": rows.live(), "ended": rows.exclude(ended_at=None), "keeps": keeps(request)}
    return render(request, "commitments/following/institutions.html", context)


@requires(Act.KEEP_COMMITMENTS)
def new_institution(request: SignedInRequest) -> HttpResponse:
    page = FormPage(
        _("Which institution answers for what is asked?"), _("Institutions"),
        _("Add the institution"), _("The institution is added."),
        reverse("commitments:institutions"),
    )  # fmt: skip
    form = InstitutionForm(request.POST or None)
    return form_page(request, form, lambda data: add_institution(by=request.user, **data), page)


@requires(Act.SEE_COMMITMENTS)
def institution(request: SignedInRequest, institution: UUID) -> HttpResponse:
    row = get_object_or_404(all_institutions(), pk=institution)
    context = register.institution_page(row) | {"keeps": keeps(request), "form": AmparoForm()}
    return render(request, "commitments/following/institution.html", context)


@requires(Act.KEEP_COMMITMENTS)
def change(request: SignedInRequest, institution: UUID) -> HttpResponse:
    row = get_object_or_404(all_institutions(), pk=institution)
    page = FormPage(
        _("What is it called, and who works there?"), row.name,
        _("Save the institution"), _("The institution is changed."),
        reverse("commitments:institution", args=[row.pk]),
    )  # fmt: skip
    initial = {"name_en": row.name_en, "name_fr": row.name_fr, "unit": str(row.unit_id or "")}
    form = InstitutionForm(request.POST or None, initial=initial)
    return form_page(
        request, form, lambda data: change_institution(row, by=request.user, **data), page
    )


@requires(Act.KEEP_COMMITMENTS)
@require_POST
def end(request: SignedInRequest, institution: UUID) -> HttpResponse:
    """End it, or take it up again."""
    row = get_object_or_404(all_institutions(), pk=institution)
    do = take_up_institution if row.ended_at else end_institution
    said = _("The institution is there again.") if row.ended_at else _("The institution has ended.")
    back = reverse("commitments:institution", args=[row.pk])
    form = AmparoForm(request.POST)
    return press(request, form, lambda _data: do(row, by=request.user), done=said, back=back)


@requires(Act.SEE_COMMITMENTS)
def instruments(request: SignedInRequest) -> HttpResponse:
    context = {"instruments": register.instruments()}
    return render(request, "commitments/following/instruments.html", context)


@requires(Act.SEE_COMMITMENTS)
def instrument(request: SignedInRequest, instrument: str) -> HttpResponse:
    if instrument not in register.binding():
        raise Http404
    context = register.instrument_page(register.binding()[instrument])
    return render(
        request, "commitments/following/instrument.html", context | {"keeps": keeps(request)}
    )


@requires(Act.KEEP_COMMITMENTS)
def bond(request: SignedInRequest, instrument: str) -> HttpResponse:
    known = register.binding().get(instrument)
    if known is None:
        raise Http404
    latest = bonds().of(instrument).last()
    shown = register.instrument(known, latest)
    page = FormPage(
        _("Is the country bound by it, and since when?"), shown.name, _("Save what is said"),
        _("What the country says of it is saved. What it said before stays below."), shown.href,
    )  # fmt: skip
    names = ("kind", "signed_on", "bound_on", "in_force_on", "reservations", "law")
    initial = {name: getattr(latest, name) for name in names} if latest else {}
    form = BondForm(request.POST or None, initial=initial)
    return form_page(request, form, lambda d: say_bond(instrument, by=request.user, **d), page)
