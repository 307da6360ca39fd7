"""What stands behind a button: do it once, say so or say why not, and go back."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from amparo.access.views import SignedInRequest, perform
from amparo.design.forms import AmparoForm
from amparo.design.parts import Words


def press(
    request: SignedInRequest,
    form: AmparoForm,
    do: Callable[[dict[str, Any]], object],
    *,
    done: Words,
    back: str,
) -> HttpResponse:
    """Lead to the page named by the form's `next` if it is ours, else to `back`."""
    if perform(form, do, by=request.user):
        messages.success(request, str(done))
    else:
        for refusals in form.errors.values():
            messages.error(request, " ".join(str(refusal) for refusal in refusals))
    return redirect(_ours(request) or back)


def _ours(request: SignedInRequest) -> str:
    wanted = request.POST.get("next", "")
    hosts = {request.get_host()}
    safe = url_has_allowed_host_and_scheme(wanted, hosts, require_https=request.is_secure())
    return wanted if safe else ""
