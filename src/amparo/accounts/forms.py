"""allauth's forms of the second factor, with what it leaves to us: see `factors` and `attempts`."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.core.exceptions import ValidationError

from amparo.accounts import factors
from amparo.accounts.actions import attempts, codes
from amparo.people.models import User
from amparo.vault.cipher import CannotOpen


def refused() -> ValidationError:
    error: ValidationError = get_adapter().validation_error("incorrect_code")
    return error


def counted(user: User, check: Callable[[], str]) -> str:
    """What `check` returns; a code that fails counts as a try and stands in the log."""
    tries = attempts.at_a_code(user)
    if tries is None:
        raise ValidationError(attempts.TOO_MANY)
    try:
        with factors.belonging_to(user):
            code = check()
    except (CannotOpen, ValidationError) as error:
        what = "code" if isinstance(error, ValidationError) else "factor of another"
        attempts.record_failure(what, whose=user)
        raise refused() from error
    attempts.forgive(tries)
    return code


def used_once(code: str, secret: str, user: User) -> str:
    if not codes.use_up(code, secret=secret, by=user):
        raise refused()
    return code


class CountedCode(forms.Form):
    """A code from the app or from the list of recovery codes, which the library strikes off."""

    user: User
    authenticator: Authenticator

    def clean_code(self) -> str:
        return counted(self.user, self._check)

    def _check(self) -> str:
        code: str = super().clean_code()  # type: ignore[misc]  # of the library's form beside it
        if self.authenticator.type != Authenticator.Type.TOTP:
            return code
        return used_once(code, factors.open_secret(self.authenticator.data["secret"]), self.user)


class SignInCode(CountedCode, AuthenticateForm):  # type: ignore[misc]  # untyped library
    pass


class ConfirmCode(CountedCode, ReauthenticateForm):  # type: ignore[misc]  # untyped library
    pass


class FirstCode(ActivateTOTPForm):  # type: ignore[misc]  # untyped library
    """The code that sets the app up does not sign in a second time."""

    def clean_code(self) -> str:
        return counted(self.user, self._check)

    def _check(self) -> str:
        return used_once(super().clean_code(), self.secret, self.user)


class AddKey(AddWebAuthnForm):  # type: ignore[misc]  # untyped library
    """Every key is a passkey: kept on the device, opened by a PIN or a finger."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["passwordless"]

    def clean(self) -> dict[str, Any]:
        self.cleaned_data["passwordless"] = (
            True  # the library then insists that the user was verified
        )
        data: dict[str, Any] = super().clean()
        if "credential" in data:
            data["credential"] = factors.signed(data["credential"], self.user)
        return data


class OwnKey(forms.Form):
    """A key counts only for the person whose mark it carries."""

    def clean_credential(self) -> Authenticator:
        key: Authenticator = super().clean_credential()  # type: ignore[misc]  # as above
        if not factors.is_signed(key.data["credential"], key.user) or not key.user.is_active:
            attempts.record_failure("factor of another", whose=key.user)
            raise refused()
        return key


class SignInKey(OwnKey, AuthenticateWebAuthnForm):  # type: ignore[misc]  # untyped library
    pass


class PasskeyAlone(OwnKey, LoginWebAuthnForm):  # type: ignore[misc]  # untyped library
    pass


class ConfirmKey(OwnKey, ReauthenticateWebAuthnForm):  # type: ignore[misc]  # untyped library
    pass
