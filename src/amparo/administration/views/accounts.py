from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, perform, requires
from amparo.administration.actions import accounts
from amparo.administration.forms import ConfirmForm, InviteForm, ReasonForm
from amparo.administration.queries import frozen_users, is_frozen
from amparo.administration.views.scope import account_or_404, form_page, person_page
from amparo.design.forms import AmparoForm
from amparo.people.queries import everybody, places_of, units_by_user

ROWS = 50
Issuing = Callable[[dict[str, Any]], accounts.Issued]


@requires(Act.KEEP_ACCOUNTS)
def people(request: SignedInRequest) -> HttpResponse:
    page = Paginator(everybody(), ROWS).get_page(request.GET.get("page"))
    units = units_by_user(user.pk for user in page)
    frozen = frozen_users()
    rows = [(user, units.get(user.pk, []), user.pk in frozen) for user in page]
    return render(request, "administration/people.html", {"page": page, "rows": rows})


@requires(Act.KEEP_ACCOUNTS)
def person(request: SignedInRequest, user: UUID) -> HttpResponse:
    shown = account_or_404(user)
    context = {"shown": shown, "places": places_of(shown), "frozen": is_frozen(shown)}
    return render(request, "administration/person.html", context)


@requires(Act.KEEP_ACCOUNTS)
def invite(request: SignedInRequest) -> HttpResponse:
    form = InviteForm(request.POST or None)
    return _issuing(
        request, form, lambda data: accounts.invite(by=request.user, **data),
        title=_("A new account"), button=_("Make the account"), back="administration:people",
        lead=_("The account starts frozen and in no unit. You get a link that works once."),
    )  # fmt: skip


@requires(Act.KEEP_ACCOUNTS)
def reset(request: SignedInRequest, user: UUID) -> HttpResponse:
    shown = account_or_404(user)
    form = ConfirmForm(request.POST or None)
    return _issuing(
        request, form, lambda data: accounts.reset(shown, by=request.user),
        title=_("New credentials for %(name)s") % {"name": shown}, back=person_page(shown),
        button=_("Reset and freeze"),
        lead=_(
            "Password, second factors and sessions end at once. The account is frozen until a"
            " second person confirms that it is they who use the link."
        ),
    )  # fmt: skip


def _issuing(
    request: SignedInRequest, form: AmparoForm, do: Issuing, **words: object
) -> HttpResponse:
    """The link stands on the answer to this one sending, and on no page after it."""
    issued: list[accounts.Issued] = []
    if request.method == "POST" and perform(
        form, lambda data: issued.append(do(data)), by=request.user
    ):
        if not issued:
            return redirect("administration:people")
        user, token = issued[0].user, issued[0].token
        link = request.build_absolute_uri(reverse("account_welcome", args=[user.pk, token]))
        return render(request, "administration/issued.html", {"shown": user, "link": link})
    return render(request, "administration/form.html", {"form": form, **words})


@requires(Act.KEEP_ACCOUNTS)
def close(request: SignedInRequest, user: UUID) -> HttpResponse:
    shown = account_or_404(user)
    return form_page(
        request, ConfirmForm(request.POST or None),
        lambda data: accounts.close_account(shown, by=request.user),
        back=person_page(shown), title=_("Close the account of %(name)s?") % {"name": shown},
        lead=_("They are signed out everywhere and lose every place. What they wrote stays."),
        button=_("Close the account"), done=_("The account is closed."),
    )  # fmt: skip


@requires(Act.KEEP_ACCOUNTS)
def confirm(request: SignedInRequest, user: UUID) -> HttpResponse:
    shown = account_or_404(user)
    return form_page(
        request, ReasonForm(request.POST or None),
        lambda data: accounts.ask_to_unfreeze(shown, by=request.user, **data),
        back=person_page(shown), title=_("Ask to set %(name)s free") % {"name": shown},
        lead=_(
            "A second person speaks with them, and confirms that it is they who chose the new"
            " password. Until then the account has no right."
        ),
        button=_("Ask a second person"), done=_("It waits for a second person."),
    )  # fmt: skip
