"""The page behind a one-time link: the owner of an account chooses a password."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.tokens import default_token_generator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from amparo.access.views import perform
from amparo.administration.actions.accounts import choose_password
from amparo.administration.forms import PasswordForm
from amparo.administration.queries import account


@login_not_required
def welcome(request: HttpRequest, user: UUID, token: str) -> HttpResponse:
    owner = account(user)
    if (
        owner is None
        or not owner.is_active
        or not default_token_generator.check_token(owner, token)
    ):
        raise Http404
    form = PasswordForm(request.POST or None, user=owner)
    if request.method == "POST" and perform(
        form, lambda data: choose_password(owner, data["password"], by=owner), by=owner
    ):
        return redirect("account_login")
    return render(request, "administration/welcome.html", {"form": form, "owner": owner})
