"""Where a service is: written by whoever runs it, opened by whoever it told."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amparo.access.policy import Act
from amparo.access.views import STOPS, SignedInRequest, perform, requires, sentence
from amparo.design.forms import AmparoForm
from amparo.directory import presenters
from amparo.directory.actions.locations import (
    Where,
    add_location,
    open_where,
    remove_location,
    tell_where,
)
from amparo.directory.buttons import press
from amparo.directory.forms import TellForm, WhereForm
from amparo.directory.queries import known_whereabouts, locations, services, services_of


@requires(Act.KEEP_PLACES)
def where(request: SignedInRequest, slug: str) -> HttpResponse:
    service = get_object_or_404(services_of(request.user), slug=slug)
    form = WhereForm(request.POST or None, initial={"region": service.region})
    if request.method == "POST" and perform(
        form, lambda data: add_location(service, Where(**data), by=request.user), by=request.user
    ):
        messages.success(request, _("It is written where the service is."))
        return redirect("directory:where", slug)
    known = {place.pk: place for place in known_whereabouts(service)}
    rows = [presenters.placed(row, known.get(row.pk)) for row in locations().of(service)]
    return render(
        request, "directory/where.html", {"service": service, "form": form, "places": rows}
    )


@requires(Act.KEEP_PLACES)
@require_POST
def remove(request: SignedInRequest, slug: str, place: UUID) -> HttpResponse:
    service = get_object_or_404(services_of(request.user), slug=slug)
    row = get_object_or_404(locations().of(service), pk=place)
    return press(
        request,
        AmparoForm(request.POST),
        lambda data: remove_location(row, by=request.user),
        done=_("This place is no longer written down."),
        back=reverse("directory:where", args=[slug]),
    )


@requires(Act.KEEP_PLACES)
def tell(request: SignedInRequest, slug: str, place: UUID) -> HttpResponse:
    service = get_object_or_404(services_of(request.user), slug=slug)
    row = get_object_or_404(known_whereabouts(service), pk=place)
    form = TellForm(request.POST or None, initial={"units": row.known_to})
    if request.method == "POST" and perform(
        form, lambda data: tell_where(row, by=request.user, **data), by=request.user
    ):
        messages.success(request, _("These units may open the address now, and no others."))
        return redirect("directory:where", slug)
    return render(request, "directory/tell.html", {"service": service, "form": form})


@requires(Act.SEE_SERVICES)
@require_POST
def opened(request: SignedInRequest, slug: str, place: UUID) -> HttpResponse:
    service = get_object_or_404(services(), slug=slug)
    row = get_object_or_404(known_whereabouts(service), pk=place)
    try:
        text = open_where(row, by=request.user)
    except STOPS as stop:
        messages.error(request, sentence(stop))
        return redirect("directory:detail", slug)
    return render(request, "directory/opened.html", {"service": service, "address": text})
