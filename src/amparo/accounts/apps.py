from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Signing in: passwords, second factors, sessions, single sign-on."""

    name = "amparo.accounts"
    label = "accounts"
