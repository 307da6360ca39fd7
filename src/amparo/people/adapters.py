"""How django-allauth is told our rules: nobody signs up alone, second-factor secrets are sealed."""

from base64 import b64decode, b64encode
from uuid import UUID

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from amparo.audit.keyfile import key
from amparo.vault.cipher import Key, Place, seal, unseal

NOBODY = UUID(int=0)
SECRETS = Place("mfa.secret", NOBODY, NOBODY)


class ClosedSignUp(DefaultAccountAdapter):  # type: ignore[misc]  # untyped library
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class SealedSecrets(DefaultMFAAdapter):  # type: ignore[misc]  # untyped library
    """allauth keeps second-factor secrets in clear unless these two are given."""

    def encrypt(self, text: str) -> str:
        return b64encode(seal(_key(), SECRETS, text)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(_key(), SECRETS, b64decode(encrypted_text))


def _key() -> Key:
    return Key(NOBODY, key("second_factor.key"))
