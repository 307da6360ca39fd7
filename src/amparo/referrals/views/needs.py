from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, perform, requires
from amparo.cases.consents.actions import stands_for
from amparo.cases.models import Case
from amparo.cases.views.scope import case_or_404
from amparo.design.forms import AmparoForm
from amparo.directory.buttons import press
from amparo.directory.queries import services
from amparo.methods import clock
from amparo.referrals import pages, presenters, words
from amparo.referrals.actions import offers
from amparo.referrals.actions.needs import record_need, say_wish
from amparo.referrals.forms import NeedForm, WishForm
from amparo.referrals.matching import wishes
from amparo.referrals.models import Need, Urgency, Wish
from amparo.referrals.queries import needs_for, offers_for


@requires(Act.FIND_PLACE)
def need(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.FIND_PLACE, reference)
    first = {"kind": "shelter", "urgency": Urgency.TONIGHT, "region": case.region}
    form = NeedForm(request.POST or None, initial=first)
    if request.method == "POST" and perform(
        form, lambda data: record_need(case, by=request.user, **data), by=request.user
    ):
        newest = needs_for(request.user).of(case).newest_first()[0]
        return redirect("referrals:place", newest.pk)
    unmet = needs_for(request.user).of(case).unmet().newest_first()
    context = {
        "case": case,
        "form": form,
        "person": words.in_words(_as_need(case)),
        "unmet": [(words.headline(row), row) for row in unmet],
    }
    return render(request, "referrals/need.html", context)


def _as_need(case: Case) -> Need:
    """What a service would read of the person, before anything is recorded."""
    return Need(
        sex=case.sex, age_status=case.age_status, languages=case.languages,
        dependants=case.dependants,
    )  # fmt: skip


@requires(Act.FIND_PLACE)
def place(request: SignedInRequest, need: UUID) -> HttpResponse:
    row = get_object_or_404(needs_for(request.user).newest_first().with_offers(), pk=need)
    page, found = pages.of_those_that_fit(row, request.GET.get("page"))
    now, made = clock.now(), list(row.offers.all())
    listed = {
        name: [presenters.candidate(each, row, made, now) for each in matches]
        for name, matches in (
            ("fits", found.fits), ("others", found.others), ("wishes", wishes(row)),
        )
    }  # fmt: skip
    context = {
        "need": row,
        "case": row.case,
        "question": words.QUESTIONS[row.urgency],
        "headline": words.headline(row),
        "words": words.in_words(row),
        "found": found,
        "page": page,
        "against": presenters.against(found),
        "offers": [presenters.asked(offer) for offer in made],
        "allowed": stands_for(row.case, offers.SUPPORT),
        "now": now,
    }
    return render(request, "referrals/place.html", context | listed)


@requires(Act.FIND_PLACE)
@require_POST
def wish(request: SignedInRequest, need: UUID, slug: str) -> HttpResponse:
    row = get_object_or_404(needs_for(request.user), pk=need)
    service = get_object_or_404(services(), slug=slug)
    return press(
        request,
        WishForm(request.POST),
        lambda data: say_wish(row, service, Wish(data["wish"]), by=request.user),
        done=_("The person's word is kept: the list follows it."),
        back=reverse("referrals:place", args=[row.pk]),
    )


@requires(Act.FIND_PLACE)
@require_POST
def offer(request: SignedInRequest, need: UUID, slug: str) -> HttpResponse:
    row = get_object_or_404(needs_for(request.user), pk=need)
    service = get_object_or_404(services(), slug=slug)
    return press(
        request,
        AmparoForm(request.POST),
        lambda data: offers.offer(row, service, by=request.user),
        done=_("Offered to %(service)s, without identity.") % {"service": service.name},
        back=reverse("referrals:place", args=[row.pk]),
    )


@requires(Act.FIND_PLACE)
@require_POST
def recall(request: SignedInRequest, offer: UUID) -> HttpResponse:
    row = get_object_or_404(offers_for(request.user), pk=offer)
    return press(
        request,
        AmparoForm(request.POST),
        lambda data: offers.recall(row, by=request.user),
        done=_("The offer is recalled. The service sees it no more as a question."),
        back=reverse("referrals:place", args=[row.need_id]),
    )
