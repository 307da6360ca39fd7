from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest

from amparo.accounts import proofs


class SecondFactorStage(AuthenticateStage):  # type: ignore[misc]  # untyped library
    """Asks for the second factor, unless the single sign-on has asked for two already."""

    def _should_handle(self, request: HttpRequest) -> bool:
        if proofs.sign_on_with_two(request, self.login.user):
            return False
        return bool(super()._should_handle(request))
