"""How django-allauth is told our rules: nobody signs up alone, second-factor secrets are sealed."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib import messages
from django.http import HttpRequest

from amparo.accounts import factors, proofs, words
from amparo.accounts.actions import attempts, signing
from amparo.accounts.queries import failures_since_sign_in
from amparo.people.models import User


class ClosedSignUp(DefaultAccountAdapter):  # type: ignore[misc]  # untyped library
    """Accounts are opened by a unit; an unknown address and a wrong password are answered alike."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "too_many_login_attempts": attempts.TOO_MANY,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Counted in the database, for all processes; the library counts in one process."""
        address = str(credentials.get("email", "")).lower()
        self._tries = attempts.at_a_password(address, self.get_client_ip(request))
        if self._tries is None:
            raise self.validation_error("too_many_login_attempts")

    def _rollback_login_failed_rl_usage(self) -> None:
        attempts.forgive(self._tries or [])

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        user: User | None = super().authenticate(request, **credentials)
        if user is not None and not user.is_active:
            # Whoever left is answered as somebody unknown is.
            self.authentication_failed(request, **credentials)
            return None
        return user

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        attempts.record_failure("password", whose=str(credentials.get("email", "")))

    def login(self, request: HttpRequest, user: User) -> None:
        """One row of the log for each session, with what was shown for it."""
        failed = failures_since_sign_in(user)
        super().login(request, user)
        signing.signed_in(proofs.means(request), by=user)
        if failed:
            messages.warning(request, words.failed_before(failed))

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """The library tells here of each change of a factor, after it was made: the person learns
        of it by mail, and nobody stays signed in elsewhere on the strength of the old one."""
        signing.factor_changed(template_prefix, self.request.session.session_key, by=user)
        super().send_notification_mail(template_prefix, user, context, email or user.email)

    def get_login_stages(self) -> list[str]:
        stages: list[str] = super().get_login_stages()
        own = {"allauth.mfa.stages.AuthenticateStage": "amparo.accounts.stages.SecondFactorStage"}
        return [own.get(stage, stage) for stage in stages]

    def get_reauthentication_methods(self, user: User) -> list[dict[str, Any]]:
        """The passkey first: it is the quickest and the hardest to cheat."""
        ways: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return sorted(ways, key=lambda way: not way["id"].endswith("webauthn"))

    def reauthenticate(self, user: User, password: str) -> bool:
        """The library looks for an address in a table that we do not fill."""
        request = self.request
        return self.authenticate(request, email=user.email, password=password) == user


class SealedSecrets(DefaultMFAAdapter):  # type: ignore[misc]  # untyped library
    """allauth keeps second-factor secrets in clear unless these two are given."""

    def encrypt(self, text: str) -> str:
        return factors.close(text)

    def decrypt(self, encrypted_text: str) -> str:
        return factors.open_secret(encrypted_text)

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, Any]:
        """A key is shown by its owner's name; no address is stored on it."""
        told: dict[str, Any] = super().get_public_key_credential_user_entity(user)
        return {**told, "name": str(user), "display_name": str(user)}
