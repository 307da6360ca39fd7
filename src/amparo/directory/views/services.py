from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amparo.access.policy import Act, may
from amparo.access.standing import standing_of
from amparo.access.views import SignedInRequest, perform, requires
from amparo.directory import accreditations, maps, presenters
from amparo.directory.actions.places import count_places, set_places
from amparo.directory.buttons import press
from amparo.directory.forms import CountForm, PlacesForm, ServiceFilter
from amparo.directory.queries import known_whereabouts, services, services_of
from amparo.methods import clock

ROWS = 25


@requires(Act.SEE_SERVICES)
def service_list(request: SignedInRequest) -> HttpResponse:
    form, now = ServiceFilter(request.GET), clock.now()
    page = Paginator(form.narrow(services()).free_first(), ROWS).get_page(request.GET.get("page"))
    rows = [presenters.in_list(service, now) for service in page]
    mine = services_of(request.user).exists()
    standing = standing_of(request.user)
    context = {
        "form": form, "page": page, "rows": rows, "mine": mine,
        "map": maps.of_services(form.narrow_anywhere(services()), request.GET),
        "oversees": may(standing, Act.SEE_PROVIDERS), "keeps": may(standing, Act.KEEP_DIRECTORY),
    }  # fmt: skip
    return render(request, "directory/list.html", context)


@requires(Act.SEE_SERVICES)
def detail(request: SignedInRequest, slug: str) -> HttpResponse:
    service = get_object_or_404(services(), slug=slug)
    context = {
        "service": service,
        "rows": presenters.in_full(service),
        "places": presenters.places(service),
        "tone": presenters.tone(service),
        "freshness": presenters.freshness(service, clock.now()),
        "mine": services_of(request.user).filter(pk=service.pk).exists(),
        "known": known_whereabouts(service).written(),
        "accreditation": accreditations.said(service),
        "accreditation_tone": accreditations.tone(service),
    }
    return render(request, "directory/detail.html", context)


@requires(Act.KEEP_PLACES)
def ours(request: SignedInRequest) -> HttpResponse:
    counters = [presenters.counter(row, clock.now()) for row in services_of(request.user)]
    return render(request, "directory/ours.html", {"counters": counters})


@requires(Act.KEEP_PLACES)
def places(request: SignedInRequest, slug: str) -> HttpResponse:
    service = get_object_or_404(services_of(request.user), slug=slug)
    form = PlacesForm(request.POST or None, service=service)
    if request.method == "POST" and perform(
        form, lambda data: set_places(service, by=request.user, **data), by=request.user
    ):
        messages.success(request, _("The places are up to date."))
        return redirect("directory:ours")
    return render(request, "directory/places.html", {"form": form, "service": service})


@requires(Act.KEEP_PLACES)
@require_POST
def count(request: SignedInRequest, slug: str) -> HttpResponse:
    service = get_object_or_404(services_of(request.user), slug=slug)
    return press(
        request,
        CountForm(request.POST),
        lambda data: count_places(service, by=request.user, **data),
        done=_("The places are up to date."),
        back=reverse("directory:ours"),
    )
