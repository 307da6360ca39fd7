"""What every view begins with: the act it stands for, and the case it may touch."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from uuid import UUID

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy

from amparo.access import policy
from amparo.access.policy import Act
from amparo.access.standing import NotAllowed, Refused, standing_of
from amparo.audit.actions import once, record
from amparo.audit.models import Decision
from amparo.audit.queries import is_done
from amparo.people.models import User
from amparo.vault.erasure import Erased
from amparo.vault.provider import KeysUnavailable

REFUSED = "was refused"
# Pages of sign-in and language, which must work before anybody is known; a calendar is read by a
# program that cannot sign in; the public directory is for everybody.
OPEN_TO_ALL = (
    "account_", "mfa_", "set_language", "policy_report", "demo:", "design:", "cases:calendar_feed",
    "commitments:calendar_feed", "hsds:", "public_commitments:",
)  # fmt: skip

# What a key of an erased file would have opened or sealed is no fault of the form.
ERASED = gettext_lazy(
    "This file was erased. What was sealed in it can be opened by nobody, and nothing is added."
)
KEYS_AWAY = gettext_lazy(
    "The keys cannot be reached just now. Nothing was opened and nothing has changed. Try again in"
    " a few minutes; if it lasts, tell whoever runs the service."
)
# What stops a deed with a sentence for the screen: nothing has changed then.
STOPS = (Refused, Erased, KeysUnavailable)

View = Callable[..., HttpResponseBase]


class SignedInRequest(HttpRequest):
    """For the type checker: past the sign-in wall there is always a user of ours."""

    user: User


def requires(act: Act) -> Callable[[View], View]:
    """Refuse whoever's mandates do not allow `act`."""

    def wrap(view: View) -> View:
        @wraps(view)
        def checked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if not policy.may(standing_of(cast(User, request.user)), act):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        checked.act = act  # type: ignore[attr-defined]  # read by act_of
        return checked

    return wrap


def act_of(view: View) -> Act | None:
    return getattr(view, "act", None)


def _was_sent_before(form: forms.Form) -> bool:
    """Whatever the form says now: what it did may have made it invalid since."""
    try:
        return is_done(UUID(form.data.get("key", "")))
    except ValueError:
        return False


def sentence(stop: Exception) -> str:
    """What the screen says of one of STOPS."""
    if isinstance(stop, Erased):
        return str(ERASED)
    return str(KEYS_AWAY if isinstance(stop, KeysUnavailable) else stop)


def perform(form: forms.Form, act: Callable[[dict[str, Any]], object], *, by: User) -> bool:
    """Do `act` with the form's data, once per form sent; say on the form what was refused.

    True when the thing is done, now or by an earlier sending of the same form.
    """
    valid = form.is_valid()
    if _was_sent_before(form):
        return True
    if not valid:
        return False
    data = dict(form.cleaned_data)
    try:
        with once(data.pop("key"), by=by) as first:
            if first:
                act(data)
    except STOPS as stop:
        if isinstance(stop, NotAllowed):
            record(REFUSED, by=by, case=stop.case_id, purpose=stop.act, decision=Decision.DENY)
        form.add_error(None, sentence(stop))
        return False
    return True
