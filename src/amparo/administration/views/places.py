from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.administration.actions.places import ask_for_place, end_place
from amparo.administration.forms import ConfirmForm, PlaceForm
from amparo.administration.views.scope import account_or_404, form_page, person_page
from amparo.people.queries import places_of


@requires(Act.KEEP_ACCOUNTS)
def give(request: SignedInRequest, user: UUID) -> HttpResponse:
    shown = account_or_404(user)
    return form_page(
        request, PlaceForm(request.POST or None),
        lambda data: ask_for_place(
            shown, data["unit"], by=request.user, reason=data["reason"]
        ),
        back=person_page(shown), title=_("A place in a unit for %(name)s") % {"name": shown},
        lead=_("A unit with a mandate gives rights: the place waits for a second person."),
        button=_("Propose the place"), done=_("Done, or it waits for a second person."),
    )  # fmt: skip


@requires(Act.KEEP_ACCOUNTS)
def end(request: SignedInRequest, user: UUID, place: UUID) -> HttpResponse:
    shown = account_or_404(user)
    row = get_object_or_404(places_of(shown), pk=place)
    return form_page(
        request, ConfirmForm(request.POST or None),
        lambda data: end_place(row, by=request.user),
        back=person_page(shown),
        title=_("End the place of %(name)s in %(unit)s?") % {"name": shown, "unit": row.unit},
        lead=_("Its rights end at once, in every session. They are signed out everywhere."),
        button=_("End the place"), done=_("The place has ended."),
    )  # fmt: skip
