from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.administration.actions.units import make_organisation, make_unit
from amparo.administration.forms import OrganisationForm, UnitForm
from amparo.administration.views.scope import form_page
from amparo.people.models import Mandate
from amparo.people.queries import units


@requires(Act.KEEP_ACCOUNTS)
def unit_list(request: SignedInRequest) -> HttpResponse:
    rows = [(unit, [Mandate(held).label for held in unit.mandates]) for unit in units()]
    return render(request, "administration/units.html", {"rows": rows})


@requires(Act.KEEP_ACCOUNTS)
def new_unit(request: SignedInRequest) -> HttpResponse:
    return form_page(
        request, UnitForm(request.POST or None),
        lambda data: make_unit(data.pop("organisation"), by=request.user, **data),
        back="administration:units", title=_("A new unit"),
        lead=_("A file is shared with a unit, never with a person."),
        button=_("Make the unit"), done=_("The unit is made."),
    )  # fmt: skip


@requires(Act.KEEP_ACCOUNTS)
def new_organisation(request: SignedInRequest) -> HttpResponse:
    return form_page(
        request, OrganisationForm(request.POST or None),
        lambda data: make_organisation(by=request.user, **data),
        back="administration:units", title=_("A new organisation"),
        lead=_("It has no right itself; its units may have."),
        button=_("Make the organisation"), done=_("The organisation is made."),
    )  # fmt: skip
