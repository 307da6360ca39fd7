"""Whether somebody has shown a factor a moment ago, before what must not be done at a left desk."""

import time
from datetime import timedelta

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import get_authentication_records
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from amparo.access.views import SignedInRequest

AT_THE_DOOR = timedelta(minutes=5)
AT_THE_DEED = timedelta(minutes=20)  # what was typed in between is not lost


def has_just_signed(request: SignedInRequest) -> bool:
    """A password, code or key within minutes. The page that asks gives time to type."""
    within = AT_THE_DEED if request.method == "POST" else AT_THE_DOOR
    moments = [each["at"] for each in get_authentication_records(request, request.user)]
    return bool(moments) and time.time() - max(moments) < within.total_seconds()


def sign_again(request: SignedInRequest) -> HttpResponse:
    """To the page that asks for a factor, and back here."""
    ways = get_adapter(request).get_reauthentication_methods(request.user)
    address = str(ways[0]["url"]) if ways else reverse("account_reauthenticate")
    return redirect(f"{address}?{urlencode({'next': request.get_full_path()})}")
